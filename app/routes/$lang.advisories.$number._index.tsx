import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findAdoptionStanding } from "~/domain/adoption/adoption-standing.server";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { readAdvisory } from "~/domain/advisories/reading.server";
import { listPublishedAnswers } from "~/domain/questions/published-answers.server";
import { mayAsk } from "~/domain/questions/question.policy";
import { listReplies } from "~/domain/replies/replies.server";
import { publicPage } from "~/http/caching";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { viewerOf } from "~/http/sessions.server";
import { footnoteWords as words } from "~/i18n/footnote-words.server";
import { paths } from "~/paths";
import { AdvisoryPage } from "~/ui/advisory/advisory-page";
import { describe, firstWords, titleInData } from "~/ui/page/titled";
import { asReader, db } from "~db/client.server";

export const headers = publicPage;
export const handle = { title: titleInData };
export const meta = describe;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await viewerOf(request);
  const number = params.number ?? "";
  const [view, replies, adoption, answers] = await asReader(db, viewer, (tx) =>
    Promise.all([
      findAdvisory(tx, viewer, number),
      listReplies(tx, viewer, { advisory: number }),
      findAdoptionStanding(tx, viewer, number),
      listPublishedAnswers(tx, viewer, { advisory: number }),
    ]),
  );
  if (!view) throw notFound();
  // An alias, or the number in other letters, leads to the one lasting address.
  if (view.number !== params.number) throw redirect(paths.advisory(language, view.number), 301);

  const advisory = readAdvisory(view, { language, words });
  return {
    title: [advisory.number, advisory.title?.text].filter(Boolean).join(" "),
    description: firstWords(advisory.summary?.html),
    advisory,
    replies,
    adoption,
    answers,
    asks: mayAsk(viewer) && advisory.status === "published",
    otherLanguage: advisory.translation.other,
  };
}

export default function Advisory() {
  const { advisory, ...beside } = useLoaderData<typeof loader>();
  const { adoption, replies, answers, asks } = beside;
  return <AdvisoryPage {...{ advisory, adoption, replies, answers, asks }} />;
}
