import { and, desc, eq, gt } from "drizzle-orm";
import type { Transaction } from "~db/client.server";
import { advisories, advisoryVersions, rounds } from "~db/schema";

/** The versions that the authority published since it asked: what a point can have been amended in. */
export const amendingVersions = (tx: Transaction, roundId: string) =>
  tx
    .select({ id: advisoryVersions.id, number: advisories.number, n: advisoryVersions.n })
    .from(rounds)
    .innerJoin(advisories, eq(advisories.leadOrganisationId, rounds.authorityId))
    .innerJoin(
      advisoryVersions,
      and(eq(advisoryVersions.advisoryId, advisories.id), gt(advisoryVersions.publishedAt, rounds.openedAt)),
    )
    .where(eq(rounds.id, roundId))
    .orderBy(desc(advisoryVersions.publishedAt));
