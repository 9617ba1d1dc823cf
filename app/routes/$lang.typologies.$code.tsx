import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findTypology } from "~/domain/typologies/typologies.server";
import { readTypology } from "~/domain/typologies/typology-reading.server";
import { publicPage } from "~/http/caching";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { viewerOf } from "~/http/sessions.server";
import { footnoteWords as words } from "~/i18n/footnote-words.server";
import { describe, firstWords, titleInData } from "~/ui/page/titled";
import { TypologyPage } from "~/ui/typologies/typology-page";
import { db } from "~db/client.server";

export const headers = publicPage;
export const handle = { title: titleInData };
export const meta = describe;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const found = await findTypology(db, await viewerOf(request), params.code ?? "");
  if (!found) throw notFound();
  const typology = readTypology(found, { language, words });
  return {
    title: typology.name?.text ?? typology.code,
    description: firstWords(typology.description?.html),
    typology,
  };
}

export default function Typology() {
  return <TypologyPage typology={useLoaderData<typeof loader>().typology} />;
}
