import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findRedFlagHistory } from "~/domain/advisories/advisories.server";
import { readPrintings } from "~/domain/advisories/printings-reading";
import { saidIn } from "~/domain/advisories/reading";
import { listPublishedAnswers } from "~/domain/questions/published-answers.server";
import { listStatisticsOf } from "~/domain/releases/releases.server";
import { publicPage } from "~/http/caching";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { viewerOf } from "~/http/sessions.server";
import { zoneOf } from "~/http/zone";
import { i18nOf } from "~/i18n/i18n.server";
import { RedFlagHistory } from "~/ui/advisory/red-flag-history";
import { titleInData } from "~/ui/page/titled";
import { db } from "~db/client.server";

export const headers = publicPage;
export const handle = { title: titleInData };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  if (!/^[1-9]\d{0,5}$/.test(params.n ?? "")) throw notFound();
  const by = await viewerOf(request);
  const history = await findRedFlagHistory(db, by, params.number ?? "", Number(params.n));
  if (!history) throw notFound();

  const { advisory, publicId, printings, alsoIn } = history;
  return {
    title: i18nOf(language).t("reading:flagHistory.title", { id: publicId }),
    publicId,
    number: advisory.number,
    n: Number(params.n),
    advisoryTitle: saidIn(language, advisory.content.title),
    currentVersion: advisory.currentVersion,
    printings: readPrintings(printings, language),
    alsoIn,
    answers: await listPublishedAnswers(db, by, { redFlag: publicId }),
    statistics: await listStatisticsOf(db, { redFlag: publicId, by }),
    timeZone: zoneOf(by),
  };
}

export default function History() {
  return <RedFlagHistory {...useLoaderData<typeof loader>()} />;
}
