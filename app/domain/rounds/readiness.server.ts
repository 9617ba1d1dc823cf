import { eq, sql } from "drizzle-orm";
import { languages } from "~/domain/advisories/advisory.form";
import type { Transaction } from "~db/client.server";
import { roundRows, type rounds } from "~db/schema";
import { leastInstitutions, mostRedFlags, windowProblem } from "./round";

export type Invitee = { organisationId: string; shortName: string; rowsRead: number };

/** Vetted institutions of the invited audience; only to the authority that runs the round. */
async function listInvitees(tx: Transaction, roundId: string): Promise<Invitee[]> {
  return [
    ...(await tx.execute<Invitee>(sql`
      select organisation_id as "organisationId", short_name as "shortName", rows_read as "rowsRead"
      from round_invitees(${roundId}::uuid) order by short_name`)),
  ];
}

export type Readiness = {
  /** Reasons why it cannot open, keys under `refused`. */
  missing: string[];
  /** Who will be invited, and who is not since they may read none of its red flags. */
  invitees: Invitee[];
  unreached: Invitee[];
  /** So few that nothing can ever be published of it. */
  tooFewToPublish: boolean;
};

type Planned = Pick<typeof rounds.$inferSelect, "id" | "title" | "readersStatement" | "closesAt">;

/** What stands between a plan and its opening. */
export async function readinessOf(tx: Transaction, round: Planned, at: Date): Promise<Readiness> {
  const rows = await tx.$count(roundRows, eq(roundRows.roundId, round.id));
  const all = await listInvitees(tx, round.id);
  const invitees = all.filter(({ rowsRead }) => rowsRead > 0);
  const isWhole = (text: { es: string; en: string }) => languages.every((one) => text[one].trim() !== "");
  const missing = [
    ...(isWhole(round.title) ? [] : ["title_in_both"]),
    ...(isWhole(round.readersStatement) ? [] : ["readers_in_both"]),
    ...(rows > 0 ? [] : ["no_red_flags"]),
    ...(rows > mostRedFlags ? ["round_too_long"] : []),
    ...(round.closesAt ? [] : ["no_close"]),
    ...(round.closesAt ? [windowProblem(round.closesAt, at) ?? []].flat() : []),
    ...(invitees.length > 0 ? [] : ["nobody_invited"]),
  ];
  return {
    missing,
    invitees,
    unreached: all.filter(({ rowsRead }) => rowsRead === 0),
    tooFewToPublish: invitees.length < leastInstitutions,
  };
}
