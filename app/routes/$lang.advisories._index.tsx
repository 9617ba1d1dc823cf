import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { facetKinds, search } from "~/domain/search/search.server";
import { publicPage } from "~/http/caching";
import { requireLanguage } from "~/http/language";
import { statusOf } from "~/http/outcomes";
import { viewerOf } from "~/http/sessions.server";
import { i18nOf } from "~/i18n/i18n.server";
import { AdvisoryListPage } from "~/ui/finding/advisory-list-page";
import type { Chosen } from "~/ui/finding/chosen";
import { describe, titleInData } from "~/ui/page/titled";
import { db } from "~db/client.server";

export const headers = publicPage;
export const handle = { title: titleInData };
export const meta = describe;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const { t } = i18nOf(language);
  const asked = new URL(request.url).searchParams;
  const q = asked.get("q")?.trim() ?? "";
  const chosen: Chosen = Object.fromEntries(facetKinds.map((kind) => [kind, asked.get(kind) || undefined]));
  const title = t("reading:list.title");

  const viewer = await viewerOf(request);
  const found = await search(db, viewer, { q, ...chosen, language, page: Number(asked.get("page")) });
  if (found.ok) return { title, q, chosen, result: found.value, wrong: null };

  const reason = `refused:${found.reason}` as "refused:query_empty";
  return data({ title, q, chosen, result: null, wrong: t(reason, found.facts) }, { status: statusOf(found) });
}

export default function Advisories() {
  const { q, chosen, result, wrong } = useLoaderData<typeof loader>();
  return <AdvisoryListPage q={q} chosen={chosen} result={result} wrong={wrong} />;
}
