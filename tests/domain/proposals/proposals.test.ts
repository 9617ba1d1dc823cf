import { describe, expect, test } from "vitest";
import { findDraft } from "~/domain/drafts/drafts.server";
import type { Member } from "~/domain/members/viewer";
import { arriveProposals } from "~/domain/proposals/arrive-proposals.server";
import { declineProposal } from "~/domain/proposals/decline-proposal.server";
import { arrivalOf } from "~/domain/proposals/proposal";
import type { ProposalWords } from "~/domain/proposals/proposal.form";
import { listProposals, listSentProposals } from "~/domain/proposals/proposals.server";
import { proposeFromRoom } from "~/domain/proposals/propose-from-room.server";
import { proposeToDesk } from "~/domain/proposals/propose-to-desk.server";
import { takeUpProposal } from "~/domain/proposals/take-up-proposal.server";
import { findTypologyEntry } from "~/domain/typologies/typologies.server";
import { aDraft, aStaff, reasonOf, text, value } from "../../support/desk";
import { aMember } from "../../support/people";
import { keys } from "../../support/rounds";
import { anEntered, past } from "../../support/vaults";
import { aWorld } from "../../support/world";

const world = aWorld();
const aFlagged = (given: Partial<ProposalWords> = {}): ProposalWords => ({
  kind: "red-flag",
  name: text("", ""),
  words: text("Depósitos en 3 plazas el mismo día.", "Deposits in 3 cities on the same day."),
  reason: text("Se ve cada vez más.", "It is seen more and more."),
  concerns: "",
  ...given,
});
// A session on Wednesday 20 January; the Monday after it is the 25th.
const monday = new Date("2027-01-25T00:05:00.000Z");

/** A session that is over, and the desk of the authority that leads it, of which nobody was in the room. */
async function aDesk() {
  const session = await anEntered(world);
  const { roundtableId, lead } = session;
  const analyst = await aMember(world, { organisation: lead.authority, roles: ["analyst"] });
  const propose = (by: Member, given: Partial<ProposalWords> = {}, at = past(0)) =>
    proposeFromRoom(world.db, { roundtableId, proposal: aFlagged(given), keys, by, at });
  const sent = (by: Member) => listSentProposals(world.db, by, { id: roundtableId, keys });
  const onDesk = () => listProposals(world.db, analyst);
  return { ...session, analyst, propose, sent, onDesk };
}

describe("a proposal of a session", () => {
  test("is sent by its chairs and rapporteurs, whole, alike in both languages, and without a trace", async () => {
    const { propose, lead, rapporteur, one, houses } = await aDesk();
    for (const by of [one, lead.legal]) expect(reasonOf(await propose(by))).toBe("not_allowed");
    expect(reasonOf(await propose(lead.outside))).toBe("not_found");
    expect(reasonOf(await propose(rapporteur, { words: text("Algo.", "") }))).toBe("proposal_incomplete");
    expect(reasonOf(await propose(rapporteur, { kind: "typology" }))).toBe("proposal_incomplete");
    expect(reasonOf(await propose(rapporteur, { words: text("Son 15.", "They are 50.") }))).toBe(
      "languages_differ",
    );
    for (const name of [
      one.name,
      houses[0].organisation.shortName,
      lead.authority.shortName,
      "Plaza Ocelote 7",
    ])
      expect(
        reasonOf(await propose(rapporteur, { reason: text(`Lo dijo ${name}.`, `Said by ${name}.`) })),
      ).toBe("session_traced");
    expect(reasonOf(await propose(rapporteur, { reason: text("El 20 de enero.", "On January 20.") }))).toBe(
      "session_traced",
    );
    value(await propose(rapporteur));
    value(await propose(lead.chair));
  });

  test("arrives at the desk with the others of its week and is told from them by nothing", async () => {
    const { propose, analyst, lead, onDesk } = await aDesk();
    const same = text(
      "Cuentas nuevas con retiros en 24 horas.",
      "New accounts with withdrawals in 24 hours.",
    );
    value(await propose(lead.chair, { words: same }));
    value(await proposeToDesk(world.db, { proposal: aFlagged({ words: same }), by: analyst, at: past(2) }));
    expect(await onDesk()).toEqual([]);
    await arriveProposals(world.db, { at: new Date(monday.getTime() - 600_000) });
    expect(await onDesk()).toEqual([]);
    await arriveProposals(world.db, { at: monday });
    expect(await onDesk()).toHaveLength(2);
    const rows =
      await world.owner`select to_jsonb(p) - 'id' - 'secret_hash' as told, length(secret_hash) as n from proposals p where authority_id = ${lead.authority.id}`;
    expect(rows[0]).toEqual(rows[1]);
    const ids = (await onDesk()).map(({ id }) => id);
    const events =
      await world.owner`select action, member_id, organisation_id, at, detail from audit_events where subject_id = any (${ids})`;
    expect(events).toHaveLength(2);
    expect(events[0]).toEqual(events[1]);
    expect(events[0]).toMatchObject({ action: "proposal.arrived", member_id: null });
    const named =
      await world.owner`select 1 from audit_events where action like 'proposal%' and member_id is not null`;
    expect([...named]).toEqual([]);
  });

  test("is seen by its own authority's desk alone, and what became of it by everyone in the room", async () => {
    const { propose, analyst, lead, partner, one, onDesk, sent } = await aDesk();
    value(await propose(lead.chair));
    expect(await sent(one)).toMatchObject([{ arrived: false, outcome: null }]);
    await arriveProposals(world.db, { at: monday });
    expect(await sent(partner.chair)).toMatchObject([
      { arrived: true, outcome: null, desk: lead.authority.shortName },
    ]);
    const other = await aStaff(world);
    for (const by of [other.analyst, partner.outside, one])
      expect(await listProposals(world.db, by)).toEqual([]);
    expect(await sent(analyst)).toBeUndefined();
    for (const by of [lead.officer, partner.officer]) expect(await sent(by)).toEqual([]);
    const [{ id } = { id: "" }] = await onDesk();
    const reason = text("Ya está en otro aviso.", "It is in another advisory already.");
    const decline = (by: Member, why = reason) =>
      declineProposal(world.db, { id, reason: why, by, at: monday });
    expect(reasonOf(await decline(other.analyst))).toBe("not_found");
    expect(reasonOf(await decline(lead.legal))).toBe("not_allowed");
    expect(reasonOf(await decline(analyst, text("No.", "")))).toBe("reason_missing");
    value(await decline(analyst));
    expect(reasonOf(await decline(analyst))).toBe("proposal_settled");
    expect(await sent(one)).toMatchObject([{ outcome: "declined", declined: reason }]);
  });

  test("is taken up once, as a red flag of a draft or as an entry of the catalogue, with its words in both languages", async () => {
    const staff = await aStaff(world);
    const { id: draftId } = await aDraft(world, staff);
    const propose = (given: Partial<ProposalWords>) =>
      proposeToDesk(world.db, { proposal: aFlagged(given), by: staff.approver, at: past(0) });
    value(await propose({}));
    value(
      await propose({
        kind: "typology",
        name: text("Espejeo", "Mirroring"),
        words: text("Así.", "Like this."),
      }),
    );
    await arriveProposals(world.db, { at: monday });
    const found = await listProposals(world.db, staff.analyst);
    const of = (kind: string) => found.find((one) => one.kind === kind)?.id ?? "";
    const take = (id: string, into: string) =>
      takeUpProposal(world.db, { id, into, by: staff.analyst, at: monday });
    const foreign = await aDraft(world, await aStaff(world));
    expect(reasonOf(await take(of("red-flag"), foreign.id))).toBe("not_found");
    value(await take(of("red-flag"), draftId));
    expect(reasonOf(await take(of("red-flag"), draftId))).toBe("proposal_settled");
    const flags = (await findDraft(world.db, staff.analyst, draftId))?.content.redFlags ?? [];
    expect(flags.at(-1)?.text).toEqual(aFlagged().words);
    expect(reasonOf(await take(of("typology"), "No es clave"))).toBe("code_unreadable");
    value(await take(of("typology"), "mirroring-x"));
    expect(await findTypologyEntry(world.db, staff.analyst, "mirroring-x")).toMatchObject({
      name: text("Espejeo", "Mirroring"),
    });
  });
});

test("what is written on a Monday comes the Monday after", () => {
  expect(arrivalOf(new Date("2027-01-25T00:00:00Z"))).toBe("2027-02-01");
  expect(arrivalOf(new Date("2027-01-24T23:59:59Z"))).toBe("2027-01-25");
});
