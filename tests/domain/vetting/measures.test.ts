import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { issueToken } from "~/domain/auth/issue-token.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import type { Member } from "~/domain/members/viewer";
import { keepVettingTimes } from "~/domain/vetting/keep-vetting-times.server";
import { at, later, reasonOf, value } from "../../support/desk";
import {
  aBank,
  aConfirmation,
  aProposal,
  aWithdrawal,
  type Bank,
  type Officers,
  type Proposal,
  reason,
  someOfficers,
  standing,
  told,
} from "../../support/vetting";
import { aWorld } from "../../support/world";

const world = aWorld();
let officers: Officers;
let bank: Bank;
beforeAll(async () => {
  officers = await someOfficers(world);
});
beforeEach(async () => {
  bank = await aBank(world, "vetted", "2027-06-30");
});

const propose = (by: Member, given?: Partial<Proposal>) => aProposal(world, bank, by, given);
const confirm = (by: Member, measureId: string, when?: Date) =>
  aConfirmation(world, bank, by, measureId, when);
const withdraw = (by: Member, measureId: string, when?: Date) =>
  aWithdrawal(world, bank, by, measureId, when);
const vetting = async () => (await standing(world, bank))?.vetting;

async function openDoors() {
  const { memberId } = bank.administrator;
  await issueToken(world.db, {
    memberId,
    name: "t",
    scopes: ["read"],
    expiresAt: later(999),
    secret: randomBytes(32),
  });
  const email = `nuevo-${randomBytes(4).toString("hex")}@banco.example`;
  const key = new Uint8Array(32);
  value(
    await inviteMember(world.db, {
      email,
      name: null,
      language: "es",
      roles: ["analyst"],
      by: bank.administrator,
      at,
      key,
    }),
  );
}
async function doorsOpen() {
  const { memberId } = bank.administrator;
  const [row] = await world.owner<{ n: number }[]>`
    select (select count(*) from sessions where member_id = ${memberId})
         + (select count(*) from api_tokens where member_id = ${memberId} and revoked_at is null)
         + (select count(*) from invitations where organisation_id = ${bank.id} and withdrawn_at is null) as n`;
  return Number(row?.n);
}

describe("suspending and revoking", () => {
  test("take two officers of one authority, each with a reason", async () => {
    expect(reasonOf(await propose(officers.first, { reason: "porque sí" }))).toBe("reason_too_short");
    const { id } = value(await propose(officers.first));
    expect(await vetting()).toBe("vetted");
    expect(reasonOf(await confirm(officers.first, id))).toBe("second_officer_needed");
    expect(reasonOf(await confirm(officers.neighbour, id))).toBe("other_authority_decides");
    expect(reasonOf(await confirm(officers.abroad, id))).toBe("not_allowed");
    expect(reasonOf(await confirm(officers.administrator, id))).toBe("not_allowed");
    value(await confirm(officers.second, id));
    expect(await vetting()).toBe("suspended");
    expect(reasonOf(await confirm(officers.second, id))).toBe("measure_closed");
    expect(await told(world, bank.administrator)).toEqual(["organisation-suspended"]);
  });

  test("end tokens, and invitations with the second word, not with the first", async () => {
    await openDoors();
    const { id } = value(await propose(officers.first, { kind: "revocation" }));
    expect(await doorsOpen()).toBe(2);
    value(await confirm(officers.second, id));
    expect(await vetting()).toBe("revoked");
    expect(await doorsOpen()).toBe(0);
  });

  test("are never taken against one's own organisation, nor by who is no officer", async () => {
    const own = { organisationId: officers.authority.id };
    expect(reasonOf(await propose(officers.first, own))).toBe("not_allowed");
    expect(reasonOf(await propose(officers.analyst))).toBe("not_allowed");
    expect(reasonOf(await propose(officers.abroad))).toBe("not_allowed");
    expect(reasonOf(await propose(bank.administrator))).toBe("not_allowed");
  });

  test("wait one at a time, and can be withdrawn while they wait", async () => {
    const { id } = value(await propose(officers.first));
    expect(reasonOf(await propose(officers.second, { kind: "revocation" }))).toBe("measure_open");
    for (const officer of [officers.second, officers.neighbour])
      expect(await told(world, officer)).toContain("measure-proposed");
    for (const other of [officers.first, officers.analyst, officers.abroad, bank.administrator])
      expect(await told(world, other)).not.toContain("measure-proposed");
    expect(reasonOf(await withdraw(officers.neighbour, id))).toBe("other_authority_decides");
    value(await withdraw(officers.first, id));
    expect(reasonOf(await confirm(officers.second, id))).toBe("measure_closed");
    expect(await vetting()).toBe("vetted");
    expect(reasonOf(await propose(officers.second, { kind: "revocation" }))).toBe("done");
  });

  test("fit the state that they find", async () => {
    expect(reasonOf(await propose(officers.first, { kind: "reinstatement" }))).toBe("measure_does_not_fit");
    await world.owner`update organisations set vetting = 'revoked' where id = ${bank.id}`;
    expect(reasonOf(await propose(officers.first))).toBe("measure_does_not_fit");
    expect(reasonOf(await propose(officers.first, { kind: "revocation" }))).toBe("measure_does_not_fit");
  });
});

describe("an emergency", () => {
  test("is in force at once by one officer, ends what was open, and tells the others", async () => {
    await openDoors();
    const { id, emergencyUntil } = value(await propose(officers.first, { emergency: true }));
    expect(emergencyUntil).toEqual(later(24 * 60));
    expect(await vetting()).toBe("suspended");
    expect(await doorsOpen()).toBe(0);
    expect(await told(world, officers.second)).toContain("emergency-declared");
    expect(await told(world, officers.first)).not.toContain("emergency-declared");
    value(await confirm(officers.second, id));
    await keepVettingTimes(world.db, { at: later(25 * 60) });
    expect(await vetting()).toBe("suspended");
  });

  test("that nobody confirms within a day lapses once, and the organisation stands where it stood", async () => {
    const { id } = value(await propose(officers.first, { kind: "revocation", emergency: true }));
    expect((await keepVettingTimes(world.db, { at: later(24 * 60 - 1) })).lapsed).toEqual([]);
    expect(await vetting()).toBe("revoked");
    // The clock has struck though no job has run: too late is too late.
    expect(reasonOf(await confirm(officers.second, id, later(24 * 60)))).toBe("emergency_over");
    const turns = await Promise.all([1, 2, 3].map(() => keepVettingTimes(world.db, { at: later(24 * 60) })));
    expect(turns.flatMap(({ lapsed }) => lapsed)).toEqual([bank.id]);
    expect(await standing(world, bank)).toEqual({ vetting: "vetted", until: "2027-06-30" });
    expect(await told(world, bank.administrator)).toEqual([
      "organisation-reinstated",
      "organisation-revoked",
    ]);
    expect((await told(world, officers.second)).filter((kind) => kind === "emergency-lapsed")).toEqual([
      "emergency-lapsed",
    ]);
  });

  test("is lifted sooner by a colleague", async () => {
    const { id } = value(await propose(officers.first, { emergency: true }));
    value(await withdraw(officers.second, id));
    expect(await vetting()).toBe("vetted");
  });

  test("is for putting out, not for letting in", async () => {
    await world.owner`update organisations set vetting = 'suspended' where id = ${bank.id}`;
    expect(reasonOf(await propose(officers.first, { kind: "reinstatement", emergency: true }))).toBe(
      "no_emergency",
    );
  });
});

describe("reinstating", () => {
  const through = async (kind: Proposal["kind"]) => {
    const { id } = value(await propose(officers.first, { kind }));
    value(await confirm(officers.second, id));
  };

  test("takes two officers too, and gives back the state that was suspended", async () => {
    await through("suspension");
    await through("reinstatement");
    expect(await standing(world, bank)).toEqual({ vetting: "vetted", until: "2027-06-30" });
    expect(await told(world, bank.administrator)).toEqual([
      "organisation-reinstated",
      "organisation-suspended",
    ]);
  });

  test("of a revoked organisation begins at the first question", async () => {
    await through("revocation");
    await through("reinstatement");
    expect(await standing(world, bank)).toEqual({ vetting: "invited", until: null });
  });
});

test("each word is in the log, without the reason", async () => {
  const { id } = value(await propose(officers.first, { emergency: true }));
  value(await confirm(officers.second, id));
  const events =
    await world.owner`select action, canonical from audit_events where subject_id = ${bank.id} order by seq`;
  expect(events.map(({ action }) => action)).toEqual(["suspension.declared", "suspension.confirmed"]);
  expect(JSON.stringify(events)).not.toContain(reason);
});
