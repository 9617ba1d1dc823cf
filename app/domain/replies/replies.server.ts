import { and, eq, isNull, sql } from "drizzle-orm";
import { foldNumber } from "~/domain/advisories/advisory";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Member, Viewer } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { replyCitations } from "~db/schema";
import { type AnsweredIn, outcomeNow, type ReplyOutcome } from "./reply";

type CitedIn = { number: string; n: number };
type Told = {
  id: string;
  roundId: string;
  /** Of the round. */
  title: Text;
  authorityId: string;
  authority: string;
  closedAt: string;
  row: number | null;
  theme: Text | null;
  /** Public ids of the red flags that it speaks of. */
  redFlags: string[];
  said: Text;
  answer: Text;
  outcome: ReplyOutcome;
  note: Text;
  /** 2 and more: corrected. */
  n: number;
  releasedAt: string;
  cited: boolean;
  /** Null too where this reader may not read it. */
  answered: AnsweredIn | null;
  /** Those that this reader may read. */
  versions: CitedIn[];
};

export type Of = {
  roundId?: string;
  typology?: string;
  /** Of its own rounds, and of those that asked about its red flags; with `citedBy`, what those of its versions came of. */
  advisory?: string;
  citedBy?: number[];
};

/** What was replied, newest round first, as far as this viewer may read it. */
export const listReplies = (db: Db, viewer: Viewer, of: Of) =>
  asViewer(db, viewer, (tx) => repliesTold(tx, of));

export type Reply = Awaited<ReturnType<typeof listReplies>>[number];

async function repliesTold(tx: Transaction, { roundId, typology, advisory, citedBy }: Of) {
  const number = advisory === undefined ? null : foldNumber(advisory);
  const rows = await tx
    .select({ told: sql<Told>`to_jsonb(told)` })
    .from(
      sql`replies_told(${roundId ?? null}::uuid, ${number}, ${citedBy ? sql.param(citedBy) : null}::int[], ${typology ?? null}) as told`,
    )
    .prepare(citedBy ? "replies_cited" : "replies_told")
    .execute();
  return rows.map(({ told: { cited, closedAt, releasedAt, ...reply } }) => ({
    ...reply,
    outcome: outcomeNow(reply.outcome, cited),
    closedAt: new Date(closedAt).toISOString(),
    releasedAt: new Date(releasedAt).toISOString(),
  }));
}

/** Released replies of one's own authority: what a next version may say that it came of. */
export const listCitable = async (tx: Transaction, by: Member) =>
  (await repliesTold(tx, {})).filter(({ authorityId }) => authorityId === by.organisationId);

/** Those that may be named by a draft, which of them it names, and which speak of its advisory. */
export const listCitations = (db: Db, by: Member, { id, number }: { id: string; number: string }) =>
  asViewer(db, by, async (tx) => {
    const named = await tx
      .select({ replyId: replyCitations.replyId })
      .from(replyCitations)
      .where(and(eq(replyCitations.draftId, id), isNull(replyCitations.versionId)));
    const chosen = new Set(named.map(({ replyId }) => replyId));
    const ofAdvisory = new Set((await repliesTold(tx, { advisory: number })).map((reply) => reply.id));
    return (await listCitable(tx, by))
      .filter((reply) => reply.outcome !== "declined" || chosen.has(reply.id))
      .map((reply) => ({
        ...reply,
        chosen: chosen.has(reply.id),
        ofAdvisory: ofAdvisory.has(reply.id),
      }));
  });
