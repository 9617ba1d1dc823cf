import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { feedFor } from "~/http/feed-file.server";
import { privateFile, requireAddressReader } from "~/http/secret-addresses.server";

/** `/feeds/{token}.atom`: what is new of the advisories that the member whose secret this is may read, in their language. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const [, token = ""] = /^([\w-]{43})\.atom$/.exec(params.document ?? "") ?? [];
  const by = await requireAddressReader({ kind: "advisories", token, context, at: now() });
  return new Response(await feedFor(by, by.language, { own: true }), {
    headers: privateFile("application/atom+xml", by.language),
  });
}
