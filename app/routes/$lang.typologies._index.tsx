import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listTypologies } from "~/domain/typologies/typologies.server";
import { publicPage } from "~/http/caching";
import { requireLanguage } from "~/http/language";
import { viewerOf } from "~/http/sessions.server";
import { i18nOf } from "~/i18n/i18n.server";
import { describe, titleInData } from "~/ui/page/titled";
import { CataloguePage } from "~/ui/typologies/catalogue-page";
import { db } from "~db/client.server";

export const headers = publicPage;
export const handle = { title: titleInData };
export const meta = describe;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = i18nOf(requireLanguage(params));
  const typologies = await listTypologies(db, await viewerOf(request));
  return { title: t("reading:typologies.title"), description: t("reading:typologies.lead"), typologies };
}

export default function Typologies() {
  const { typologies } = useLoaderData<typeof loader>();
  return <CataloguePage typologies={typologies} />;
}
