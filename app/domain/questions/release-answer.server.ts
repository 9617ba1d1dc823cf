import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import { dayOf } from "~/domain/vetting/vetting";
import type { Db } from "~db/client.server";
import { differencesOf } from "./differences";
import { lockForAnswer } from "./lock-question.server";
import { namesInstitution } from "./names-institution.server";
import { isWritten, sameWords } from "./question";
import type { AnswerDraft } from "./question.form";
import { isSecondPerson, maySpeak } from "./question.policy";

type Release = {
  questionId: string;
  /** Of the draft that was read. */
  revision: number;
  by: Viewer;
  at: Date;
};

/** Gives the answer that was read, in both languages: to the asker, or to whoever may read the text that it explains. */
export function releaseAnswer(db: Db, { questionId, revision, by, at }: Release) {
  return asActor(db, by, async (tx) => {
    const locked = await lockForAnswer(tx, questionId, by);
    if (!locked.ok) return locked;
    const { question, draft, given } = locked.value;
    if (!maySpeak(by, question)) return refused("not_allowed");
    if (given?.withdrawnOn) return refused("answer_withdrawn");
    if (!draft) return refused(given ? "question_answered" : "answer_missing");
    if (draft.revision !== revision) return refused("stale");
    const ready = readyToRelease(draft, { isCorrection: given !== undefined, asked: question.body });
    if (!ready.ok) return ready;
    if (!isSecondPerson(by, draft)) return refused("second_person_needed");
    if (
      draft.addressee === "everyone" &&
      (await namesInstitution(tx, [draft.question, draft.answer, draft.correction]))
    )
      return refused("names_institution");

    await tx.execute(sql`select answer_release(${questionId}::uuid, ${revision}, ${dayOf(at)}::date)`);
    await tx.execute(sql`select question_tell_asker(${questionId}::uuid, ${at.toISOString()}::timestamptz)`);
    const n = (given?.n ?? 0) + 1;
    await recordEvent(tx, {
      action: "answer.released",
      subject: { kind: "answer", id: question.answerId },
      detail: { version: n, addressee: draft.addressee },
      at,
    });
    return done({ id: questionId, answerId: question.answerId, version: n });
  });
}

/** Whether what is written can be read as it stands, whoever would release it. */
export function readyToRelease(
  { addressee, question, answer, correction }: AnswerDraft,
  { isCorrection, asked }: { isCorrection: boolean; asked: string },
): Outcome<undefined> {
  if (!isWritten(answer)) return refused("answer_missing");
  const isPublic = addressee === "everyone";
  if (isPublic && !isWritten(question)) return refused("restatement_missing");
  if (isCorrection && !isWritten(correction)) return refused("correction_missing");
  if (isPublic && [question.es, question.en].some((text) => sameWords(text) === sameWords(asked)))
    return refused("restate_question");
  const said = [answer, ...(isPublic ? [question] : []), ...(isCorrection ? [correction] : [])];
  const count = differencesOf(said);
  return count > 0 ? refused("languages_differ", { count }) : done(undefined);
}
