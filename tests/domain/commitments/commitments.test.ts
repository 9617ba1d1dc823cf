import { describe, expect, test } from "vitest";
import { listCarried, listCommitments } from "~/domain/commitments/commitments.server";
import { makeCommitment } from "~/domain/commitments/make-commitment.server";
import { remindOfCommitments } from "~/domain/commitments/remind-of-commitments.server";
import { settleCommitment } from "~/domain/commitments/settle-commitment.server";
import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import type { Mail, Post } from "~/domain/digests/mail";
import type { Member } from "~/domain/members/viewer";
import type { TakenNotice } from "~/domain/notices/notice";
import { composeMail } from "../../../emails/compose-mail";
import { reasonOf, text, value } from "../../support/desk";
import { address } from "../../support/digests";
import { bothWays } from "../../support/outbox";
import { anInstitution, keys } from "../../support/rounds";
import { propose } from "../../support/roundtables";
import { anEntered, close, during, enter, past } from "../../support/vaults";
import { aWorld } from "../../support/world";

const world = aWorld();
const make = (
  roundtableId: string,
  by: Member,
  organisationId: string,
  given: Partial<Parameters<typeof makeCommitment>[1]> = {},
) =>
  makeCommitment(world.db, {
    roundtableId,
    what: text("Compartir la tabla de patrones.", "To share the table of patterns."),
    organisationId,
    due: "2027-02-20",
    keys,
    by,
    at: during,
    ...given,
  });
const settle = (id: string, by: Member, state: "met" | "dropped" = "met", note = "") =>
  settleCommitment(world.db, { id, state, note, keys, by, at: past(3) });
const owed = async (by: Member) => (await listCommitments(world.db, by, { keys })).map(({ id }) => id);

describe("a commitment", () => {
  test("is written down by a chair, in both languages, of an organisation at the table and for a day to come", async () => {
    const { roundtableId, lead, one, rapporteur, houses } = await anEntered(world);
    const { id: bank } = houses[0].organisation;
    for (const by of [rapporteur, one])
      expect(reasonOf(await make(roundtableId, by, bank))).toBe("not_allowed");
    expect(reasonOf(await make(roundtableId, lead.outside, bank))).toBe("not_found");
    const elsewhere = await anInstitution(world);
    expect(reasonOf(await make(roundtableId, lead.chair, elsewhere.organisation.id))).toBe(
      "owner_not_at_table",
    );
    expect(reasonOf(await make(roundtableId, lead.chair, bank, { due: "2027-01-19" }))).toBe(
      "due_in_the_past",
    );
    expect(reasonOf(await make(roundtableId, lead.chair, bank, { what: text("Sí.", " ") }))).toBe(
      "commitment_incomplete",
    );
    expect(
      reasonOf(await make(roundtableId, lead.chair, bank, { what: text("En 15 días.", "In 50 days.") })),
    ).toBe("languages_differ");
    value(await make(roundtableId, lead.chair, bank));
    value(await make(roundtableId, lead.chair, lead.authority.id));
  });

  test("is seen by who owes it and by those who convene, by nobody else, and without the terms by nobody", async () => {
    const { roundtableId, lead, partner, one, houses } = await anEntered(world);
    const other = houses[1];
    const { id: bank } = houses[0].organisation;
    const { id: banks } = value(await make(roundtableId, lead.chair, bank));
    const { id: ours } = value(await make(roundtableId, lead.chair, lead.authority.id));
    await enter(world, roundtableId, [other.officer]);
    expect(await owed(one)).toEqual([banks]);
    for (const by of [lead.chair, partner.chair])
      expect((await owed(by)).sort()).toEqual([banks, ours].sort());
    for (const by of [other.officer, houses[0].officer, lead.officer, lead.outside])
      expect(await owed(by)).toEqual([]);
  });

  test("is settled once, by who owes it or a chair, and dropped with a reason; also when the record is sealed", async () => {
    const { roundtableId, lead, partner, one, houses, rapporteur } = await anEntered(world);
    const { id: bank } = houses[0].organisation;
    const { id } = value(await make(roundtableId, lead.chair, bank));
    const { id: other } = value(await make(roundtableId, lead.chair, lead.authority.id));
    value(await close(world, roundtableId, lead.chair));
    expect(reasonOf(await settle(other, one))).toBe("not_found");
    expect(reasonOf(await settle(id, lead.legal))).toBe("not_allowed");
    expect(reasonOf(await settle(id, one, "dropped"))).toBe("hold_reason_missing");
    value(await settle(id, one, "met", "Se envió el 22."));
    expect(reasonOf(await settle(id, partner.chair))).toBe("commitment_settled");
    value(await settle(other, partner.chair, "dropped", "Ya no hace falta."));
    const [first] = await listCommitments(world.db, rapporteur, { keys, roundtableId });
    expect([first?.state === "open", first?.maySettle]).toEqual([false, false]);
  });

  test("is told of to who owes it a week before, a day before and the day after, each once, until it is settled", async () => {
    const { roundtableId, lead, one, houses } = await anEntered(world);
    const { id } = value(await make(roundtableId, lead.chair, houses[0].organisation.id));
    const letters = async (at: string) => {
      await world.owner`delete from notices`;
      for (let turn = 0; turn < 2; turn += 1) await remindOfCommitments(world.db, { at: new Date(at) });
      return (
        await world.owner<
          { member_id: string }[]
        >`select member_id from notices where about ->> 'roundtableId' = ${roundtableId}`
      )
        .map((row) => row.member_id)
        .sort();
    };
    const theirs = [one.memberId, houses[0].officer.memberId].sort();
    expect(await letters("2027-02-12T12:00:00Z")).toEqual([]);
    expect(await letters("2027-02-13T12:00:00Z")).toEqual(theirs);
    expect(await letters("2027-02-14T12:00:00Z")).toEqual([]);
    expect(await letters("2027-02-19T12:00:00Z")).toEqual(theirs);
    value(await settle(id, one));
    expect(await letters("2027-02-21T12:00:00Z")).toEqual([]);
  });

  test("is told by a letter that says neither what nor when, and not once it is settled or its reader is out of the room", async () => {
    const { roundtableId, lead, one, houses } = await anEntered(world);
    const { id } = value(await make(roundtableId, lead.chair, houses[0].organisation.id));
    await world.owner`delete from notices`;
    const near = new Date("2027-02-13T12:00:00Z");
    await remindOfCommitments(world.db, { at: near });
    const deliver = async () => {
      const mails: Mail[] = [];
      const post: Post = async (mail) => {
        mails.push(mail);
        return { ok: false, again: "later", inDoubt: false, problem: "busy" };
      };
      await world.owner`update notices set next_attempt_at = ${near} where state = 'queued'`;
      const compose = (notice: TakenNotice) => composeMail(notice, address);
      const settled = await deliverNotices(world.db, {
        compose,
        ...bothWays(post),
        at: near,
        random: () => 0.5,
      });
      return { mails, dropped: settled.dropped };
    };
    const { mails } = await deliver();
    expect(mails.map(({ kind }) => kind)).toEqual(["confidential-due", "confidential-due"]);
    for (const { subject, html, text } of mails)
      expect(subject + html + text).not.toMatch(/2027|febrero|February|TLP|mesa|roundtable|session|sesión/i);
    const [seat] = await world.owner`
      update roundtable_seats set withdrawn_at = now() where roundtable_id = ${roundtableId} and member_id = ${one.memberId} returning 1 as one`;
    expect(seat).toBeDefined();
    await world.owner`delete from notices where kind <> 'confidential-due'`;
    expect(await deliver()).toMatchObject({ dropped: 1 });
    value(await settle(id, lead.chair));
    await world.owner`delete from notices where kind <> 'confidential-due'`;
    expect(await deliver()).toMatchObject({ dropped: 1, mails: [] });
  });
});

test("what is open opens the next session of the same authorities, to whoever was in the earlier one", async () => {
  const { roundtableId, lead, partner, one, houses } = await anEntered(world);
  const ids = [];
  for (const owner of [houses[0].organisation.id, lead.authority.id])
    ids.push(value(await make(roundtableId, lead.chair, owner)).id);
  const [bank, own] = ids;
  const chairs = [partner.chair.memberId];
  const next = value(await propose(world, lead, { chairs })).id;
  const alone = value(await propose(world, lead)).id;
  const carried = async (by: Member, id = next) =>
    (await listCarried(world.db, by, { id, keys })).map((one) => one.id).sort();
  expect(await carried(lead.chair)).toEqual([...ids].sort());
  // Another circle of authorities has another agenda, and a session does not begin with what is its own.
  expect(await carried(lead.chair, alone)).toEqual([]);
  expect(await carried(lead.chair, roundtableId)).toEqual([]);
  for (const by of [one, lead.outside, houses[1].officer]) expect(await carried(by)).toEqual([]);
  value(await settle(bank ?? "", one));
  expect(await carried(partner.chair)).toEqual([own]);
});
