import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { dayOf } from "~/domain/vetting/vetting";
import type { Db } from "~db/client.server";
import { questionRow } from "./lock-question.server";
import { stateOf } from "./question";
import { mayAsk, mayReadOwnQuestions } from "./question.policy";

type Withdrawal = { questionId: string; by: Viewer; at: Date };

/** Takes back a question that was not answered: its words are destroyed, here and at the authority. */
export function withdrawQuestion(db: Db, { questionId, by, at }: Withdrawal) {
  return asActor(db, by, async (tx) => {
    if (!mayReadOwnQuestions(by)) return refused("not_found");
    const question = await questionRow(tx, questionId);
    if (!question) return refused("not_found");
    if (!mayAsk(by)) return refused("not_allowed");
    const state = stateOf(question);
    if (state === "withdrawn") return done({ id: questionId });
    const [row] = await tx.execute<{ gone: boolean }>(
      sql`select question_withdraw(${questionId}::uuid, ${dayOf(at)}::date) as gone`,
    );
    if (!row?.gone) {
      // In the same instant it was answered, or withdrawn by a colleague.
      const now = await questionRow(tx, questionId);
      return now && stateOf(now) === "withdrawn" ? done({ id: questionId }) : refused("question_answered");
    }
    await recordEvent(tx, {
      action: "question.withdrawn",
      subject: { kind: "question", id: questionId },
      at,
    });
    return done({ id: questionId });
  });
}
