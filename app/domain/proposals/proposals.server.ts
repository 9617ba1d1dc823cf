import { asc, desc, eq, sql } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { findRoomSeal } from "~/domain/roundtables/room-seal.server";
import { asViewer, type Db } from "~db/client.server";
import { organisations, proposals, roundtableProposals } from "~db/schema";
import { proposalColumns } from "./lock-proposal.server";
import type { ProposalOutcome } from "./proposal";
import type { ProposalWords } from "./proposal.form";
import { maySettleProposal } from "./proposal.policy";
import type { ProposalLink } from "./send-proposal.server";

export type DeskProposal = Awaited<ReturnType<typeof listProposals>>[number];

/** What lies before the desk of the viewer's authority: what waits first, and within one week in an order that says nothing. */
export const listProposals = (db: Db, viewer: Viewer) =>
  asViewer(db, viewer, async (tx) => {
    const rows = await tx
      .select({
        ...proposalColumns,
        arrivedOn: sql<string>`${proposals.arrivedOn}::text`,
        takenInto: proposals.takenInto,
        declined: proposals.declined,
      })
      .from(proposals)
      .orderBy(sql`${proposals.outcome} is not null`, desc(proposals.arrivedOn), asc(proposals.id));
    return rows.map((row) => ({
      ...row,
      maySettle: row.outcome === null && maySettleProposal(viewer, row),
    }));
  });

export type SentProposal = NonNullable<Awaited<ReturnType<typeof listSentProposals>>>[number];
type Sealed = ProposalWords & { authorityId: string; link: ProposalLink };
type Became = { arrived: boolean; outcome: ProposalOutcome | null; declined: Text | null };

/** What a session proposed, and what became of it, to whoever entered its room. */
export const listSentProposals = (db: Db, viewer: Viewer, { id, keys }: { id: string; keys: SecretKeys }) =>
  asViewer(db, viewer, async (tx) => {
    const sealed = isMember(viewer) && (await findRoomSeal(tx, { roundtableId: id, keys }));
    if (!sealed) return undefined;
    const rows = await tx
      .select({ id: roundtableProposals.id, words: roundtableProposals.words })
      .from(roundtableProposals)
      .where(eq(roundtableProposals.roundtableId, id))
      .orderBy(asc(roundtableProposals.madeAt), asc(roundtableProposals.id));
    const houses = await tx
      .select({ id: organisations.id, name: organisations.shortName })
      .from(organisations);
    const listed = [];
    for (const row of rows) {
      const { link, authorityId, ...proposal } = sealed.open<Sealed>("proposal", row.words);
      const [became] = await tx.execute<Became>(
        sql`select arrived, outcome, declined from proposal_outcome(${link.id}::uuid, ${link.secret})`,
      );
      listed.push({
        id: row.id,
        ...proposal,
        desk: houses.find((one) => one.id === authorityId)?.name ?? "",
        arrived: became?.arrived ?? false,
        outcome: became?.outcome ?? null,
        declined: became?.declined ?? null,
      });
    }
    return listed;
  });
