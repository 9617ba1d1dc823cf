import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Member, Viewer } from "~/domain/members/viewer";
import { confirmMeasure } from "~/domain/vetting/confirm-measure.server";
import { inviteOrganisation } from "~/domain/vetting/invite-organisation.server";
import { keepVettingTimes } from "~/domain/vetting/keep-vetting-times.server";
import { asViewer, connect, type Pool } from "~db/client.server";
import { at, later, reasonOf, value } from "../../support/desk";
import { aMember } from "../../support/people";
import {
  aBank,
  aConfirmation,
  aProposal,
  apply,
  aWithdrawal,
  type Bank,
  decide,
  type Proposal,
  someOfficers,
  standing,
  told,
} from "../../support/vetting";
import { aWorld, type World } from "../../support/world";

// What two at once, one twice, or somebody who was an officer a moment ago could bring about.

const key = randomBytes(32);

const world = aWorld();
let other: Pool;
let officers: Awaited<ReturnType<typeof someOfficers>> & { third: Member };
let bank: Bank;
beforeAll(async () => {
  other = connect(world.webUrl, { max: 4 });
});
afterAll(async () => {
  await other.close();
});
beforeEach(async () => {
  const some = await someOfficers(world);
  officers = { ...some, third: await aMember(world, { organisation: some.authority, roles: ["officer"] }) };
  bank = await aBank(world, "vetted", "2027-06-30");
});

const propose = (by: Member, given?: Partial<Proposal>, at: Pick<World, "db"> = world) =>
  aProposal(at, bank, by, given);
const confirm = (by: Member, measureId: string, when?: Date, at: Pick<World, "db"> = world) =>
  aConfirmation(at, bank, by, measureId, when);
const withdraw = (by: Member, measureId: string, when?: Date, at: Pick<World, "db"> = world) =>
  aWithdrawal(at, bank, by, measureId, when);
const state = async () => (await standing(world, bank))?.vetting;
const noOfficer = ({ memberId }: Member) =>
  world.owner`update member_roles set role = 'analyst' where member_id = ${memberId} and role = 'officer'`;
const settle = (by: Viewer, id: string) =>
  asViewer(world.db, by, (tx) =>
    tx.execute(sql`select measure_settle(${id}::uuid, ${later(999).toISOString()}::timestamptz)`),
  );

describe("two at the same moment", () => {
  test("approvals by one officer in two sessions are one word", async () => {
    const applicant = await aBank(world);
    const id = await apply(world, applicant);
    const both = await Promise.all([1, 2, 3].map(() => decide(world, applicant, id, officers.first)));
    expect(both.map(reasonOf).sort()).toEqual(["already_decided", "already_decided", "done"]);
    expect(await standing(world, applicant)).toMatchObject({ vetting: "applied" });
  });

  test("confirmations put a measure into force once, and tell it once", async () => {
    const { id } = value(await propose(officers.first));
    const both = await Promise.all([
      confirm(officers.second, id),
      confirm(officers.third, id, later(10), other),
    ]);
    expect(both.map(reasonOf).sort()).toEqual(["done", "measure_closed"]);
    expect(await told(world, bank.administrator)).toEqual(["organisation-suspended"]);
  });

  test.each([false, true])(
    "confirming and withdrawing leave one answer that holds (emergency: %s)",
    async (emergency) => {
      const { id } = value(await propose(officers.first, { emergency }));
      const [confirmed, withdrawn] = await Promise.all([
        confirm(officers.second, id),
        withdraw(officers.first, id, later(10), other),
      ]);
      expect([confirmed, withdrawn].map(reasonOf).sort()).toEqual(["done", "measure_closed"]);
      expect(await state()).toBe(confirmed.ok ? "suspended" : "vetted");
    },
  );

  test("proposals leave one", async () => {
    const both = await Promise.all([
      propose(officers.first),
      propose(officers.second, { kind: "revocation" }, other),
    ]);
    expect(both.map(reasonOf).sort()).toEqual(["done", "measure_open"]);
  });

  test("reinstatements are one", async () => {
    value(await confirm(officers.second, value(await propose(officers.first)).id));
    const { id } = value(await propose(officers.first, { kind: "reinstatement", at: later(20) }));
    const both = await Promise.all([
      confirm(officers.second, id, later(30)),
      confirm(officers.third, id, later(30), other),
    ]);
    expect(both.map(reasonOf).sort()).toEqual(["done", "measure_closed"]);
    expect(await state()).toBe("vetted");
    expect(await told(world, bank.administrator)).toEqual([
      "organisation-reinstated",
      "organisation-suspended",
    ]);
    expect(reasonOf(await propose(officers.first, { kind: "reinstatement", at: later(40) }))).toBe(
      "measure_does_not_fit",
    );
  });

  test("the clock and an officer do not wait for each other for ever", async () => {
    const { id } = value(await propose(officers.first, { emergency: true }));
    const waiting = async () =>
      (
        await world.owner`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      ).length;
    let lapsing: ReturnType<typeof keepVettingTimes> | undefined;
    await asViewer(world.db, officers.second, async (tx) => {
      await tx.execute(sql`select vetting_lock(${bank.id}::uuid)`);
      lapsing = keepVettingTimes(other.db, { at: later(24 * 60) });
      await vi.waitFor(async () => expect(await waiting()).toBeGreaterThan(0), 10_000);
      await tx.execute(
        sql`update vetting_measures set ended_by = ${officers.second.memberId}::uuid, ended_at = now() where id = ${id}::uuid`,
      );
      await tx.execute(sql`select measure_settle(${id}::uuid, now())`);
    });
    expect((await lapsing)?.lapsed).toEqual([]);
    expect(await state()).toBe("vetted");
  });
});

describe("an officer's word", () => {
  test("is not given by who lost the role since they were looked up, and they are told so", async () => {
    const applicant = await aBank(world);
    const id = await apply(world, applicant);
    value(await decide(world, applicant, id, officers.first));
    const measure = value(await propose(officers.first)).id;
    await noOfficer(officers.second);
    const by = officers.second;
    const elsewhere = await aBank(world, "vetted", "2027-06-30");
    const contact = { contact: "Ana Sosa", email: "ana@sosa.example", language: "es" as const };
    const named = { kind: "institution" as const, shortName: "Sosa", nameEs: "Sosa", nameEn: "Sosa" };
    const tries = {
      decide: await decide(world, applicant, id, by),
      confirm: await confirm(by, measure),
      withdraw: await withdraw(by, measure),
      propose: await propose(by, { organisationId: elsewhere.id }),
      emergency: await propose(by, { organisationId: elsewhere.id, emergency: true }),
      invite: await inviteOrganisation(world.db, { ...contact, ...named, by, at, key }),
    };
    for (const [act, outcome] of Object.entries(tries)) expect(reasonOf(outcome), act).toBe("not_allowed");
    await world.owner`update members set left_at = now() where id = ${by.memberId}`;
    expect(reasonOf(await propose(by, { organisationId: elsewhere.id }))).toBe("not_found");
    expect(await standing(world, applicant)).toMatchObject({ vetting: "applied" });
    expect(await state()).toBe("vetted");
  });

  test("on an application counts no more once its giver is none; a third officer's does", async () => {
    const applicant = await aBank(world);
    const id = await apply(world, applicant);
    value(await decide(world, applicant, id, officers.first));
    await noOfficer(officers.first);
    expect(value(await decide(world, applicant, id, officers.second)).outcome).toBeNull();
    expect(await standing(world, applicant)).toMatchObject({ vetting: "applied" });
    expect(value(await decide(world, applicant, id, officers.third)).outcome).toBe("approved");
  });

  test("on a measure counts no more once its giver left; it is withdrawn and proposed anew", async () => {
    const { id } = value(await propose(officers.first));
    await world.owner`update members set left_at = now() where id = ${officers.first.memberId}`;
    expect(reasonOf(await confirm(officers.second, id))).toBe("first_officer_gone");
    value(await withdraw(officers.second, id));
    value(await confirm(officers.third, value(await propose(officers.second)).id));
    expect(await state()).toBe("suspended");
  });

  test.each(["", "   ", "\n\t".repeat(20), "\u200b".repeat(40), "\u00a0".repeat(40), "́".repeat(40)])(
    "is not given without a reason (%j)",
    async (empty) => {
      expect(reasonOf(await propose(officers.first, { reason: empty }))).toBe("reason_too_short");
      const { id } = value(await propose(officers.first));
      const given = { organisationId: bank.id, measureId: id, by: officers.second, at: later(5) };
      expect(reasonOf(await confirmMeasure(world.db, { ...given, reason: empty }))).toBe("reason_too_short");
    },
  );
});

describe("one officer alone", () => {
  test("does not keep an organisation out by one emergency after the other", async () => {
    value(await propose(officers.first, { emergency: true }));
    await keepVettingTimes(world.db, { at: later(24 * 60) });
    expect(await state()).toBe("vetted");
    const again = (by: Member, minutes: number, emergency = true) =>
      propose(by, { emergency, kind: "revocation", at: later(minutes) });
    expect(reasonOf(await again(officers.first, 24 * 60 + 1))).toBe("emergency_spent");
    const { id } = value(await again(officers.second, 24 * 60 + 2));
    value(await withdraw(officers.first, id, later(24 * 60 + 3)));
    expect(reasonOf(await again(officers.second, 24 * 60 + 4))).toBe("emergency_spent");
    const elsewhere = await aBank(world, "vetted", "2027-06-30");
    expect(reasonOf(await propose(officers.first, { organisationId: elsewhere.id, emergency: true }))).toBe(
      "done",
    );
    value(await withdraw(officers.first, value(await again(officers.first, 24 * 60 + 5, false)).id));
    expect(reasonOf(await again(officers.first, 31 * 24 * 60))).toBe("done");
  });

  test("does not bring an old measure back by settling it again", async () => {
    const { id: suspension } = value(await propose(officers.first));
    value(await confirm(officers.second, suspension));
    const { id: back } = value(await propose(officers.first, { kind: "reinstatement", at: later(20) }));
    value(await confirm(officers.second, back, later(30)));
    await settle(officers.first, suspension);
    expect(await state()).toBe("vetted");

    const { id: emergency } = value(await propose(officers.first, { emergency: true, at: later(40) }));
    value(await withdraw(officers.first, emergency, later(50)));
    await world.owner`update organisations set vetting = 'expired' where id = ${bank.id}`;
    await settle(officers.first, emergency);
    expect(await state()).toBe("expired");
  });
});
