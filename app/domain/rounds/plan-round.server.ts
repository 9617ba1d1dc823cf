import { eq } from "drizzle-orm";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import type { Db, Transaction } from "~db/client.server";
import { rounds, typologies } from "~db/schema";
import { findVersion, writeRows } from "./asked-rows.server";
import type { Plan } from "./round.form";
import { mayPlanRounds } from "./round.policy";

type Planning = {
  plan: Plan;
  /** Left out: made by the database. */
  id?: string | undefined;
  by: Viewer;
  at: Date;
};

/** Begins a round of the planner's authority; nobody else knows of it until it opens. */
export function planRound(db: Db, { plan, id, by, at }: Planning) {
  return allOrNothing(db, by, async (tx) => {
    if (by.memberId === null || !mayPlanRounds(by)) return refused("not_allowed");
    const screened = await stopIdentifiers(tx, { texts: wordsOf(plan), at });
    if (!screened.ok) return screened;
    const written = await columnsOf(tx, plan);
    if (!written.ok) return written;

    const [round] = await tx
      .insert(rounds)
      .values({ ...written.value, id, authorityId: by.organisationId, createdBy: by.memberId, createdAt: at })
      .returning({ id: rounds.id });
    if (!round) throw new Error("a round was not stored");
    const strangers = await writeRows(tx, {
      roundId: round.id,
      subject: plan.subject,
      redFlags: plan.redFlags,
    });
    if (strangers.length > 0) return refused("red_flags_elsewhere", { ids: strangers.join(", ") });
    await recordEvent(tx, { action: "round.planned", subject: { kind: "round", id: round.id }, at });
    return done({ id: round.id });
  });
}

/** What every institution that is asked will read. */
export const wordsOf = ({ title, readersStatement }: Plan) =>
  [title, readersStatement].flatMap(({ es, en }) => [es, en]);

/** A plan as its row holds it; a subject that its author may not read is none. */
export async function columnsOf(tx: Transaction, plan: Plan): Promise<Outcome<PlannedColumns>> {
  const { subject, mode, title, readersStatement, invited, tlp, audience, closesAt } = plan;
  const columns = {
    mode,
    title,
    readersStatement,
    invited: { ...invited, members: [] },
    tlp,
    audience,
    closesAt,
  };
  if (subject.kind === "advisory") {
    const versionId = await findVersion(tx, subject);
    return versionId ? done({ ...columns, versionId, typology: null }) : refused("subject_unknown");
  }
  const [known] = await tx.select().from(typologies).where(eq(typologies.code, subject.code));
  return known ? done({ ...columns, typology: known.code, versionId: null }) : refused("subject_unknown");
}

type PlannedColumns = Pick<
  typeof rounds.$inferInsert,
  | "mode"
  | "title"
  | "readersStatement"
  | "invited"
  | "tlp"
  | "audience"
  | "closesAt"
  | "versionId"
  | "typology"
>;
