import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { mayWriteMinutes } from "~/domain/minutes/minutes.policy";
import { done, refused } from "~/domain/outcome";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import { lockSummary, namesAround } from "~/domain/summaries/lock-summary.server";
import { tracesIn } from "~/domain/summaries/traces-in";
import type { Db } from "~db/client.server";
import { arrivalOf } from "./proposal";
import type { ProposalWords } from "./proposal.form";
import { readyToSend, sendProposal, textsOf } from "./send-proposal.server";

type Proposing = {
  roundtableId: string;
  proposal: ProposalWords;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Takes a red flag or a typology from a session to the desk of its writer's authority. It arrives like any other; the room keeps a sealed copy and what leads to it. */
export async function proposeFromRoom(db: Db, { roundtableId, proposal, keys, by, at }: Proposing) {
  const screened = await stopIdentifiers(db, { texts: textsOf(proposal), at });
  return asActor(db, by, async (tx) => {
    const may = (room: Parameters<typeof mayWriteMinutes>[1]) => mayWriteMinutes(by, room);
    const locked = await lockSummary(tx, { roundtableId, keys, by, may });
    if (!locked.ok) return locked;
    const { room } = locked.value;
    if (!mayWriteMinutes(by, room)) return refused("not_allowed");
    if (!screened.ok) return screened;
    if (!room.convenedAt || room.startsAt > at) return refused("session_not_begun");
    const ready = readyToSend(proposal);
    if (!ready.ok) return ready;
    const names = await namesAround(tx, room, []);
    const traces = tracesIn([proposal.name, proposal.words, proposal.reason], { ...room, names });
    if (traces.length > 0) return refused("session_traced", { traces: traces.join(", ") });
    const link = await sendProposal(tx, { proposal, authorityId: by.organisationId, at });
    const id = randomUUID();
    const words = room.sealed.seal(
      "proposal",
      storable({ ...proposal, authorityId: by.organisationId, link }),
    );
    await tx.execute(sql`insert into roundtable_proposals (id, roundtable_id, words, made_by, made_at)
      values (${id}::uuid, ${roundtableId}::uuid, ${words}::bytea, ${by.memberId}::uuid, ${at.toISOString()}::timestamptz)`);
    await recordInRoom(tx, { roundtableId, action: "proposal.sent", about: id, at });
    return done({ id, arrivesOn: arrivalOf(at) });
  });
}
