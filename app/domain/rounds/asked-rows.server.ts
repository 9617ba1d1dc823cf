import { and, arrayContains, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { foldNumber } from "~/domain/advisories/advisory";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Transaction } from "~db/client.server";
import { advisories, advisoryVersions, indicators, roundRows, versionRedFlags } from "~db/schema";
import type { Subject } from "./round.form";

/** The red flags of a subject that its author may read and that are in force, in the order in which they are printed. */
export async function redFlagsOf(tx: Transaction, subject: Subject) {
  const ofSubject =
    subject.kind === "advisory"
      ? and(eq(advisories.foldedNumber, foldNumber(subject.number)), eq(advisoryVersions.n, subject.version))
      : and(
          eq(advisories.status, "published"),
          eq(versionRedFlags.current, true),
          arrayContains(advisoryVersions.typologies, [subject.code]),
        );
  return tx
    .select({
      versionId: versionRedFlags.versionId,
      indicatorId: versionRedFlags.indicatorId,
      publicId: indicators.publicId,
      text: sql<Text>`${versionRedFlags.content} -> 'text'`,
    })
    .from(versionRedFlags)
    .innerJoin(indicators, eq(indicators.id, versionRedFlags.indicatorId))
    .innerJoin(advisoryVersions, eq(advisoryVersions.id, versionRedFlags.versionId))
    .innerJoin(advisories, eq(advisories.id, advisoryVersions.advisoryId))
    .where(and(ofSubject, ne(indicators.state, "withdrawn"), ne(indicators.state, "merged-into")))
    .orderBy(desc(advisories.sortDate), asc(advisories.number), asc(versionRedFlags.position));
}

type Asked = { roundId: string; subject: Subject; redFlags: string[] | undefined };

/** Writes the rows of a plan anew; answers the public ids that are not of its subject. */
export async function writeRows(tx: Transaction, { roundId, subject, redFlags }: Asked): Promise<string[]> {
  const all = await redFlagsOf(tx, subject);
  const wanted = redFlags && new Set(redFlags);
  const chosen = all.filter(({ publicId }) => !wanted || wanted.delete(publicId));
  if (wanted && wanted.size > 0) return [...wanted];
  await tx.delete(roundRows).where(eq(roundRows.roundId, roundId));
  if (chosen.length > 0) {
    await tx
      .insert(roundRows)
      .values(chosen.map(({ versionId, indicatorId }, i) => ({ roundId, n: i + 1, versionId, indicatorId })));
  }
  return [];
}

/** The version that a plan names, as far as its author may read it. */
export async function findVersion(tx: Transaction, { number, version }: { number: string; version: number }) {
  const [row] = await tx
    .select({ id: advisoryVersions.id })
    .from(advisoryVersions)
    .innerJoin(advisories, eq(advisories.id, advisoryVersions.advisoryId))
    .where(
      and(
        eq(advisories.foldedNumber, foldNumber(number)),
        eq(advisoryVersions.n, version),
        inArray(advisories.status, ["published", "superseded"]),
      ),
    );
  return row?.id;
}
