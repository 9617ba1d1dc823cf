import type { Text } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { differencesOf } from "~/domain/questions/differences";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { lockProposal, settle } from "./lock-proposal.server";

type Declining = { id: string; reason: Text; by: Viewer; at: Date };

/** Says why a proposal is not gone on with; whoever sent it reads that. */
export async function declineProposal(db: Db, { id, reason, by, at }: Declining) {
  const screened = await stopIdentifiers(db, { texts: [reason.es, reason.en], at });
  return asActor(db, by, async (tx) => {
    const locked = await lockProposal(tx, id, by);
    if (!locked.ok) return locked;
    if (!screened.ok) return screened;
    const declined = storable(reason);
    if (declined.es.trim() === "" || declined.en.trim() === "") return refused("reason_missing");
    const count = differencesOf([declined]);
    if (count > 0) return refused("languages_differ", { count });
    const { memberId } = locked.value.by;
    await settle(tx, { id, outcome: "declined", declined, memberId, at });
    await recordEvent(tx, { action: "proposal.declined", subject: { kind: "proposal", id }, at });
    return done({ id });
  });
}
