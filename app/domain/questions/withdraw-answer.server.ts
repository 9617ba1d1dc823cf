import { and, eq } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import { dayOf } from "~/domain/vetting/vetting";
import { asViewer, type Db } from "~db/client.server";
import { questionAnswers } from "~db/schema";
import { differencesOf } from "./differences";
import { lockForAnswer, questionRow } from "./lock-question.server";
import { namesInstitution } from "./names-institution.server";
import { maySpeak } from "./question.policy";

type Withdrawal = { questionId: string; reason: Text; by: Viewer; at: Date };

/** Takes an answer out of force. It stays where it stood, with the reason in both languages. */
export async function withdrawAnswer(db: Db, { questionId, reason, by, at }: Withdrawal) {
  const seen = await asViewer(db, by, (tx) => questionRow(tx, questionId));
  if (!seen?.leadOrganisationId || by.memberId === null || by.organisationKind !== "authority")
    return refused("not_found");
  if (!maySpeak(by, { leadOrganisationId: seen.leadOrganisationId })) return refused("not_allowed");
  const { memberId } = by;
  const told = storable({ es: reason.es.trim(), en: reason.en.trim() });
  if (told.es === "") return refused("reason_missing_es");
  if (told.en === "") return refused("reason_missing_en");
  const screened = await stopIdentifiers(db, { texts: [told.es, told.en], at });
  if (!screened.ok) return screened;
  const count = differencesOf([told]);
  if (count > 0) return refused("languages_differ", { count });

  return asActor(db, by, async (tx) => {
    const locked = await lockForAnswer(tx, questionId, by);
    if (!locked.ok) return locked;
    const { question, given } = locked.value;
    if (!given) return refused("question_unanswered");
    if (given.withdrawnOn) return refused("answer_withdrawn");
    if (await namesInstitution(tx, [told])) return refused("names_institution");
    await tx
      .update(questionAnswers)
      .set({ withdrawnBy: memberId, withdrawnOn: dayOf(at), withdrawalReason: told })
      .where(and(eq(questionAnswers.answerId, question.answerId), eq(questionAnswers.current, true)));
    await recordEvent(tx, {
      action: "answer.withdrawn",
      subject: { kind: "answer", id: question.answerId },
      detail: { version: given.n },
      at,
    });
    return done({ id: questionId });
  });
}
