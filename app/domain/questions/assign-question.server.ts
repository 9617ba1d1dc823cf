import { and, eq, inArray, isNull } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { dayOf } from "~/domain/vetting/vetting";
import type { Db, Transaction } from "~db/client.server";
import { answerDrafts, memberRoles, members, questions } from "~db/schema";
import { lockForAnswer } from "./lock-question.server";

type Assignment = {
  questionId: string;
  /** A member of an issuing authority who writes answers: oneself or a colleague. */
  to: string;
  by: Viewer;
  at: Date;
};

/** Says who prepares the answer; whoever had it before is free of it. */
export function assignQuestion(db: Db, { questionId, to, by, at }: Assignment) {
  return asActor(db, by, async (tx) => {
    const locked = await lockForAnswer(tx, questionId, by);
    if (!locked.ok) return locked;
    const { question, draft, given } = locked.value;
    if (given && !draft) return refused("question_answered");
    if (draft?.takenBy === to) return done({ id: questionId });
    if (!(await isWriter(tx, to, question.authorities))) return refused("assignee_unknown");
    if (by.memberId === null) return refused("not_allowed");

    if (draft) {
      await tx.update(answerDrafts).set({ takenBy: to }).where(eq(answerDrafts.questionId, questionId));
    } else {
      await tx
        .insert(answerDrafts)
        .values(emptyDraft(questionId, { takenBy: to, changedBy: by.memberId, at }));
    }
    if (!question.takenOn) {
      await tx
        .update(questions)
        .set({ takenOn: dayOf(at) })
        .where(eq(questions.id, questionId));
    }
    await recordEvent(tx, {
      action: "answer.assigned",
      subject: { kind: "answer", id: question.answerId },
      at,
    });
    return done({ id: questionId });
  });
}

const nothing = { es: "", en: "" };

/** A draft of which nothing is written yet. */
export const emptyDraft = (
  questionId: string,
  { takenBy, changedBy, at }: { takenBy: string | null; changedBy: string; at: Date },
) => ({
  questionId,
  takenBy,
  addressee: "everyone" as const,
  question: nothing,
  answer: nothing,
  correction: nothing,
  revision: 0,
  changedBy,
  changedAt: at,
});

async function isWriter(tx: Transaction, memberId: string, authorities: string[]) {
  const [found] = await tx
    .select({ id: members.id })
    .from(members)
    .innerJoin(memberRoles, eq(memberRoles.memberId, members.id))
    .where(
      and(
        eq(members.id, memberId),
        isNull(members.leftAt),
        inArray(members.organisationId, authorities),
        inArray(memberRoles.role, ["analyst", "officer"]),
      ),
    )
    .limit(1);
  return found !== undefined;
}
