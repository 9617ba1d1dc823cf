import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { foldNumber } from "~/domain/advisories/advisory";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { advisories, advisoryVersions, indicators, organisations, questionAnswers } from "~db/schema";

/** `redFlag`: its public id. */
type About = { advisory: string } | { typology: string } | { redFlag: string };

export type PublishedAnswer = Awaited<ReturnType<typeof listPublishedAnswers>>[number];

/** What was answered to everyone about an advisory, or about those of a typology, as far as the viewer may read it; newest first. */
export function listPublishedAnswers(db: Db, viewer: Viewer, about: About) {
  return asViewer(db, viewer, (tx) =>
    tx
      .select({
        /** The same in every version of the answer. */
        id: questionAnswers.answerId,
        n: questionAnswers.n,
        number: advisories.number,
        /** Null: about the advisory as a whole. */
        redFlag: indicators.publicId,
        ordinal: indicators.n,
        /** Of the advisory, when it was answered. */
        version: advisoryVersions.n,
        isOfCurrentVersion: sql<boolean>`${advisoryVersions.n} = ${advisories.currentVersion}`,
        tlp: questionAnswers.tlp,
        authority: organisations.shortName,
        question: sql<{ es: string; en: string }>`${questionAnswers.question}`,
        answer: questionAnswers.answer,
        correction: questionAnswers.correction,
        releasedOn: questionAnswers.releasedOn,
        withdrawnOn: questionAnswers.withdrawnOn,
        withdrawalReason: questionAnswers.withdrawalReason,
      })
      .from(questionAnswers)
      .innerJoin(advisories, eq(advisories.id, questionAnswers.advisoryId))
      .innerJoin(advisoryVersions, eq(advisoryVersions.id, questionAnswers.versionId))
      .innerJoin(organisations, eq(organisations.id, questionAnswers.authorityId))
      .leftJoin(indicators, eq(indicators.id, questionAnswers.indicatorId))
      .where(
        and(eq(questionAnswers.current, true), eq(questionAnswers.addressee, "everyone"), conditionOf(about)),
      )
      .orderBy(desc(questionAnswers.releasedOn), questionAnswers.answerId)
      .prepare(`answers_${Object.keys(about).join()}`)
      .execute(),
  );
}

function conditionOf(about: About): SQL {
  if ("advisory" in about) return eq(advisories.foldedNumber, foldNumber(about.advisory));
  if ("redFlag" in about) return eq(indicators.publicId, about.redFlag);
  return sql`exists (select from ${advisoryVersions} v where v.advisory_id = ${advisories.id} and v.n = ${advisories.currentVersion}
    and v.typologies @> array[${about.typology}::text])`;
}
