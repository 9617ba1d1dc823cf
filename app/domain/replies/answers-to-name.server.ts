import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Transaction } from "~db/client.server";
import { advisories, indicators, questionAnswers, rounds } from "~db/schema";

/** Answers to everyone that the round's authority gave and that stand: what a point can have been answered in. */
export const answersToName = (tx: Transaction, roundId: string) =>
  tx
    .select({
      id: questionAnswers.answerId,
      number: advisories.number,
      /** Public id; null: about the advisory as a whole. */
      redFlag: indicators.publicId,
      question: sql<Text>`${questionAnswers.question}`,
    })
    .from(rounds)
    .innerJoin(questionAnswers, eq(questionAnswers.authorityId, rounds.authorityId))
    .innerJoin(advisories, eq(advisories.id, questionAnswers.advisoryId))
    .leftJoin(indicators, eq(indicators.id, questionAnswers.indicatorId))
    .where(
      and(
        eq(rounds.id, roundId),
        eq(questionAnswers.current, true),
        eq(questionAnswers.addressee, "everyone"),
        isNull(questionAnswers.withdrawnOn),
      ),
    )
    .orderBy(desc(questionAnswers.releasedOn), questionAnswers.answerId);
