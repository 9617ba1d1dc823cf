import type { AdvisoryView } from "~/domain/advisories/advisories.server";
import { advisoryAsData } from "~/domain/exports/advisory-json";
import type { Viewer } from "~/domain/members/viewer";
import { listPublishedAnswers } from "~/domain/questions/published-answers.server";
import { listReplies } from "~/domain/replies/replies.server";
import type { Db } from "~db/client.server";
import { publishedAsAnswer } from "./question-answers";
import { replyAsAnswer } from "./reply-answers";

/** A version as data, with what stands beside its text: answers to everyone, and the replies that it came of. */
export async function advisoryDocument(db: Db, by: Viewer, view: AdvisoryView) {
  const { number, version } = view;
  const answers = await listPublishedAnswers(db, by, { advisory: number });
  const cameOf = await listReplies(db, by, { advisory: number, citedBy: [version] });
  return {
    ...advisoryAsData(view),
    answers: answers.map(publishedAsAnswer),
    cameOf: cameOf.map(replyAsAnswer),
  };
}
