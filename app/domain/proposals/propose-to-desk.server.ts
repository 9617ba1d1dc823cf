import { asActor } from "~/domain/as-actor.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import type { Db } from "~db/client.server";
import { arrivalOf } from "./proposal";
import type { ProposalWords } from "./proposal.form";
import { mayPropose } from "./proposal.policy";
import { readyToSend, sendProposal, textsOf } from "./send-proposal.server";

type Proposing = { proposal: ProposalWords; by: Viewer; at: Date };

/** Puts a red flag or a typology before the desk of one's own authority. Nobody's name is kept, so that those of a room are like any other. */
export async function proposeToDesk(db: Db, { proposal, by, at }: Proposing) {
  const screened = await stopIdentifiers(db, { texts: textsOf(proposal), at });
  return asActor(db, by, async (tx) => {
    if (!mayPropose(by)) return refused("not_allowed");
    if (!screened.ok) return screened;
    const ready = readyToSend(proposal);
    if (!ready.ok) return ready;
    await sendProposal(tx, { proposal, authorityId: by.organisationId, at });
    return done({ arrivesOn: arrivalOf(at) });
  });
}
