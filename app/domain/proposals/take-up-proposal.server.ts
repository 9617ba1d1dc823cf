import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { emptyRedFlag } from "~/domain/advisories/advisory";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { lockEditableDraft } from "~/domain/drafts/lock-editable-draft.server";
import { writeEdit } from "~/domain/drafts/write-edit.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import { writeTypology } from "~/domain/typologies/keep-typology.server";
import { typologyForm } from "~/domain/typologies/typology.form";
import type { Db, Transaction } from "~db/client.server";
import { lockProposal, settle } from "./lock-proposal.server";

type TakingUp = {
  id: string;
  /** The draft into which a red flag goes, or the code that a typology gets. */
  into: string;
  by: Viewer;
  at: Date;
};
type Locked = Extract<Awaited<ReturnType<typeof lockProposal>>, { ok: true }>["value"];

/** Goes on with a proposal: as a red flag of an open draft, or as an entry of the catalogue. */
export function takeUpProposal(db: Db, { id, into, by, at }: TakingUp) {
  return asActor(db, by, async (tx) => {
    const locked = await lockProposal(tx, id, by);
    if (!locked.ok) return locked;
    const { kind } = locked.value.proposal;
    const taken = await (kind === "typology" ? asTypology : asRedFlag)(tx, locked.value, into, at);
    if (!taken.ok) return taken;
    const { memberId } = locked.value.by;
    await settle(tx, { id, outcome: "taken-up", takenInto: into, memberId, at });
    await recordEvent(tx, { action: "proposal.taken-up", subject: { kind: "proposal", id }, at });
    return done({ id, kind, into });
  });
}

async function asRedFlag(tx: Transaction, { proposal, by }: Locked, draftId: string, at: Date) {
  const open = await lockEditableDraft(tx, draftId, by);
  if (!open.ok) return open;
  const { draft, editor } = open.value;
  const [next] = await tx.execute<{ n: number | null }>(
    sql`select red_flag_ordinal(${draft.advisoryId}) as n`,
  );
  if (!next?.n) throw new Error("a draft without an advisory");
  const flag = { ...emptyRedFlag(randomUUID(), next.n), text: proposal.words };
  const content = { ...draft.content, redFlags: [...draft.content.redFlags, flag] };
  const event = { action: "draft.saved" };
  await writeEdit(tx, { draft, content, paths: [`redFlags/${flag.id}`], event, editor, at });
  return done(undefined);
}

async function asTypology(
  tx: Transaction,
  { proposal, by }: Locked,
  code: string,
  at: Date,
): Promise<Outcome<unknown>> {
  const { name, words: description } = proposal;
  const read = typologyForm.safeParse({ code, name, description, printed: [], amltrix: [] });
  if (!read.success) return refused("code_unreadable");
  return writeTypology(tx, { typology: read.data, added: true, by, at });
}
