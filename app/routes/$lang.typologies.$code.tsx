import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPublishedAnswers } from "~/domain/questions/published-answers.server";
import { listRoundStatistics } from "~/domain/releases/releases.server";
import { sameSubject } from "~/domain/releases/trend";
import { listReplies } from "~/domain/replies/replies.server";
import { findTypology } from "~/domain/typologies/typologies.server";
import { readTypology } from "~/domain/typologies/typology-reading.server";
import { publicPage } from "~/http/caching";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { viewerOf } from "~/http/sessions.server";
import { zoneOf } from "~/http/zone";
import { footnoteWords as words } from "~/i18n/footnote-words.server";
import { describe, firstWords, titleInData } from "~/ui/page/titled";
import { TypologyPage } from "~/ui/typologies/typology-page";
import { db } from "~db/client.server";

export const headers = publicPage;
export const handle = { title: titleInData };
export const meta = describe;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const by = await viewerOf(request);
  const found = await findTypology(db, by, params.code ?? "");
  if (!found) throw notFound();
  const all = await listRoundStatistics(db, { typology: found.code, by });
  const statistics = sameSubject(all);
  const typology = readTypology(found, { language, words });
  return {
    title: typology.name?.text ?? typology.code,
    description: firstWords(typology.description?.html),
    typology,
    statistics,
    others: all.length - statistics.length,
    answers: await listPublishedAnswers(db, by, { typology: found.code }),
    replies: await listReplies(db, by, { typology: found.code }),
    timeZone: zoneOf(by),
  };
}

export default function Typology() {
  const { typology, statistics, others, answers, replies, timeZone } = useLoaderData<typeof loader>();
  return (
    <TypologyPage
      typology={typology}
      statistics={statistics}
      others={others}
      answers={answers}
      replies={replies}
      timeZone={timeZone}
    />
  );
}
