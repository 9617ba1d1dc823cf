import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicPage } from "~/http/caching";
import { feedFor } from "~/http/feed-file.server";
import { requireLanguage } from "~/http/language";
import { viewerOf } from "~/http/sessions.server";

/** `/{lang}/feed.atom`: what is new of the advisories that this asker may read. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  return new Response(await feedFor(await viewerOf(request), language), {
    headers: {
      ...publicPage(),
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Content-Language": language,
    },
  });
}
