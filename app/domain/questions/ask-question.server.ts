import { randomUUID } from "node:crypto";
import { and, count, eq, gt, isNull, sql } from "drizzle-orm";
import { foldNumber } from "~/domain/advisories/advisory";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import { dayOf } from "~/domain/vetting/vetting";
import type { Db, Transaction } from "~db/client.server";
import {
  advisories,
  advisoryNumbers,
  advisoryVersions,
  indicators,
  questionAskers,
  questions,
  versionRedFlags,
} from "~db/schema";
import { longestQuestion, mostInADay } from "./question";
import type { Asking } from "./question.form";
import { mayAsk } from "./question.policy";

type Question = { asking: Asking; by: Viewer; at: Date };

/** Asks the issuing authorities about a text that the asker may read. The same words asked again while they wait are one question. */
export async function askQuestion(db: Db, { asking, by, at }: Question) {
  if (!mayAsk(by)) return refused("not_allowed");
  const body = storable(asking.text.trim());
  if (body === "") return refused("question_missing");
  if (body.length > longestQuestion) return refused("question_too_long", { most: longestQuestion });
  const screened = await stopIdentifiers(db, { texts: [body], at });
  if (!screened.ok) return screened;

  return asActor(db, by, async (tx) => {
    const { organisationId, memberId } = by;
    const about = await findSubject(tx, asking);
    if (!about) return refused("not_found");
    if (about.status !== "published") return refused("advisory_not_in_force");
    // One at a time of an institution, so that what was sent twice is found the second time.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`ribera.asking ${organisationId}`}, 0))`,
    );
    const { advisoryId, versionId, indicatorId } = about;
    const [waiting] = await tx
      .select({ id: questions.id })
      .from(questionAskers)
      .innerJoin(questions, eq(questions.id, questionAskers.questionId))
      .where(
        and(
          eq(questionAskers.organisationId, organisationId),
          eq(questions.advisoryId, advisoryId),
          indicatorId ? eq(questions.indicatorId, indicatorId) : isNull(questions.indicatorId),
          eq(questions.body, body),
          isNull(questions.answeredOn),
          isNull(questions.withdrawnOn),
        ),
      );
    if (waiting) return done({ id: waiting.id });
    const [lately] = await tx
      .select({ asked: count() })
      .from(questionAskers)
      .where(
        and(
          eq(questionAskers.organisationId, organisationId),
          gt(questionAskers.askedAt, new Date(at.getTime() - 86_400_000)),
        ),
      );
    if ((lately?.asked ?? 0) >= mostInADay) return refused("too_many_questions", { most: mostInADay });

    const id = randomUUID();
    await tx.insert(questions).values({
      id,
      advisoryId,
      versionId,
      indicatorId,
      language: asking.language,
      body,
      askedOn: dayOf(at),
    });
    await tx
      .insert(questionAskers)
      .values({ questionId: id, organisationId, askedBy: memberId, askedAt: at, naming: asking.naming });
    await tx.execute(sql`select question_tell_officers(${id}::uuid, ${at.toISOString()}::timestamptz)`);
    // Names neither the text nor the answer that it will have: nobody who reads the log comes from a public answer to its asker.
    await recordEvent(tx, { action: "question.asked", subject: { kind: "question", id }, at });
    return done({ id });
  });
}

/** The current version of the advisory, and the red flag as it prints it. */
async function findSubject(tx: Transaction, { advisory, redFlag }: Asking) {
  const [found] = await tx
    .select({ advisoryId: advisories.id, status: advisories.status, versionId: advisoryVersions.id })
    .from(advisoryNumbers)
    .innerJoin(advisories, eq(advisories.id, advisoryNumbers.advisoryId))
    .innerJoin(
      advisoryVersions,
      and(eq(advisoryVersions.advisoryId, advisories.id), eq(advisoryVersions.n, advisories.currentVersion)),
    )
    .where(eq(advisoryNumbers.folded, foldNumber(advisory)));
  if (!found) return undefined;
  if (redFlag === null) return { ...found, indicatorId: null };
  const [flag] = await tx
    .select({ indicatorId: indicators.id })
    .from(indicators)
    .innerJoin(
      versionRedFlags,
      and(eq(versionRedFlags.indicatorId, indicators.id), eq(versionRedFlags.versionId, found.versionId)),
    )
    .where(eq(indicators.publicId, redFlag));
  return flag && { ...found, ...flag };
}
