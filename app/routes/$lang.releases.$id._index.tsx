import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAskedFlags } from "~/domain/releases/asked-flags.server";
import { findRelease } from "~/domain/releases/releases.server";
import { countedQuestions } from "~/domain/rounds/questions";
import { publicPage } from "~/http/caching";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { viewerOf } from "~/http/sessions.server";
import { zoneOf } from "~/http/zone";
import { titleInData } from "~/ui/page/titled";
import { ReleasePage } from "~/ui/releases/release-page";
import { asReader, db } from "~db/client.server";

export const headers = publicPage;
export const handle = { title: titleInData };

const questions = countedQuestions.flatMap(({ key, about }) => (about === "red-flag" ? [key] : []));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const by = await viewerOf(request);
  const roundId = requireId(params.id);
  const wanted = new URL(request.url).searchParams;
  const question = questions.find((key) => key === wanted.get("question")) ?? "seen";
  const [found, asked] = await asReader(db, by, (tx) =>
    Promise.all([findRelease(tx, { roundId, question, by }), listAskedFlags(tx, { roundId, by })]),
  );
  if (!found) throw notFound();
  const { round, publishedAt, release } = found;
  return {
    title: round.title[language] || round.title.es,
    round,
    publishedAt,
    release,
    questions,
    ...asked,
    timeZone: zoneOf(by),
    question,
    byCountry: wanted.get("by") === "jurisdiction",
  };
}

export default function Release() {
  return <ReleasePage {...useLoaderData<typeof loader>()} />;
}
