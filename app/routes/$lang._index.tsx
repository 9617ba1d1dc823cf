import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAuthorities } from "~/domain/organisations/organisations.server";
import { search } from "~/domain/search/search.server";
import { listTypologies } from "~/domain/typologies/typologies.server";
import { publicPage } from "~/http/caching";
import { requireLanguage } from "~/http/language";
import { viewerOf } from "~/http/sessions.server";
import { i18nOf } from "~/i18n/i18n.server";
import { HomePage } from "~/ui/home/home-page";
import { describe, titleInData } from "~/ui/page/titled";
import { db } from "~db/client.server";

export const headers = publicPage;
export const handle = { title: titleInData };
export const meta = describe;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const { t } = i18nOf(language);
  const viewer = await viewerOf(request);
  const [found, authorities, typologies] = await Promise.all([
    search(db, viewer, { language, status: "published" }),
    listAuthorities(db, viewer),
    listTypologies(db, viewer),
  ]);
  const issued = found.ok ? found.value.facets.issuer : [];
  return {
    title: t("home:title"),
    description: t("home:intro"),
    newest: found.ok ? found.value.items.slice(0, 6) : [],
    authorities: authorities.map(({ shortName, name, jurisdiction }) => ({
      shortName,
      name,
      jurisdiction,
      advisories: issued.find(({ value }) => value === shortName)?.count ?? 0,
    })),
    typologies: typologies.filter(({ catalogued, advisories }) => catalogued && advisories > 0),
  };
}

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
