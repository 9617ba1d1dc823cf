import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findOwnApplication } from "~/domain/vetting/own-application.server";
import { setVettingPeriod } from "~/domain/vetting/set-vetting-period.server";
import { submitApplication } from "~/domain/vetting/submit-application.server";
import { at, later, reasonOf, value } from "../../support/desk";
import { aMember } from "../../support/people";
import {
  aBank,
  apply,
  type Bank,
  decide,
  type Officers,
  reason,
  someFacts,
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
  bank = await aBank(world);
});

describe("an application", () => {
  test("is vetted by two officers of one authority of its country, for a year, with the facts that they read", async () => {
    const id = await apply(world, bank);
    expect(await standing(world, bank)).toMatchObject({ vetting: "applied" });
    expect(value(await decide(world, bank, id, officers.first))).toEqual({ outcome: null, until: null });
    expect(await standing(world, bank)).toMatchObject({ vetting: "applied" });
    expect(value(await decide(world, bank, id, officers.second))).toEqual({
      outcome: "approved",
      until: "2027-11-20",
    });
    expect(await standing(world, bank)).toEqual({ vetting: "vetted", until: "2027-11-20" });
    const [row] =
      await world.owner`select lei, bic, bank_code, recorded_ground, recorded_ground_on::text as ground_on, name_en from organisations where id = ${bank.id}`;
    expect(row).toEqual({
      lei: someFacts.lei,
      bic: someFacts.bic,
      bank_code: "801",
      recorded_ground: someFacts.recordedGround,
      ground_on: "2026-01-15",
      name_en: "Example Bank",
    });
    expect(await told(world, bank.administrator)).toEqual(["organisation-vetted"]);
    expect(await told(world, bank.analyst)).toEqual([]);
  });

  test("takes no second word of the same officer, none of another authority, and none from abroad", async () => {
    const id = await apply(world, bank);
    value(await decide(world, bank, id, officers.first));
    expect(reasonOf(await decide(world, bank, id, officers.first))).toBe("already_decided");
    expect(reasonOf(await decide(world, bank, id, officers.neighbour))).toBe("other_authority_decides");
    expect(reasonOf(await decide(world, bank, id, officers.abroad))).toBe("not_allowed");
    expect(reasonOf(await decide(world, bank, id, officers.analyst))).toBe("not_allowed");
    expect(reasonOf(await decide(world, bank, id, bank.administrator))).toBe("not_allowed");
    const rival = await aBank(world, "vetted");
    expect(reasonOf(await decide(world, bank, id, rival.administrator))).toBe("not_found");
    expect(await standing(world, bank)).toMatchObject({ vetting: "applied" });
  });

  test("is closed by one refusal, whose reason the applicant reads; officers' approvals stay theirs", async () => {
    const id = await apply(world, bank);
    value(await decide(world, bank, id, officers.first));
    value(
      await decide(world, bank, id, officers.neighbour, {
        kind: "refusal",
        reason: "El registro 801 no existe en la lista.",
      }),
    );
    expect(await standing(world, bank)).toMatchObject({ vetting: "invited" });
    expect(reasonOf(await decide(world, bank, id, officers.second))).toBe("no_application");
    expect(await told(world, bank.administrator)).toEqual(["organisation-refused"]);
    expect(
      reasonOf(await submitApplication(world.db, { facts: someFacts, by: bank.administrator, at: later(9) })),
    ).toBe("done");
  });

  test("that was corrected is another one: what was decided before no longer counts", async () => {
    const before = await apply(world, bank);
    value(await decide(world, bank, before, officers.first));
    const after = await apply(world, bank, { ...someFacts, bankCode: "802" }, later(5));
    expect(reasonOf(await decide(world, bank, before, officers.second))).toBe("application_changed");
    expect(value(await decide(world, bank, after, officers.second)).outcome).toBeNull();
    expect(value(await decide(world, bank, after, officers.first)).outcome).toBe("approved");
  });

  test("is decided once though both second officers answer at the same time", async () => {
    const third = await aMember(world, { organisation: officers.authority, roles: ["officer"] });
    const id = await apply(world, bank);
    value(await decide(world, bank, id, officers.first));
    const answers = await Promise.all([
      decide(world, bank, id, officers.second),
      decide(world, bank, id, third),
    ]);
    expect(answers.map(reasonOf).sort()).toEqual(["done", "no_application"]);
    expect(await told(world, bank.administrator)).toEqual(["organisation-vetted"]);
  });

  test("takes a reason that says something", async () => {
    const id = await apply(world, bank);
    expect(reasonOf(await decide(world, bank, id, officers.first, { reason: "  está bien     " }))).toBe(
      "reason_too_short",
    );
    expect(reasonOf(await decide(world, bank, id, officers.first, { reason: "x".repeat(2001) }))).toBe(
      "too_long",
    );
  });

  test("is the administrator's to make, and told to every officer of the country", async () => {
    expect(reasonOf(await submitApplication(world.db, { facts: someFacts, by: bank.analyst, at }))).toBe(
      "not_allowed",
    );
    const before = await told(world, officers.neighbour);
    await apply(world, bank);
    expect((await told(world, officers.neighbour)).length).toBe(before.length + 1);
    expect(await told(world, officers.abroad)).toEqual([]);
    expect(await told(world, officers.analyst)).toEqual([]);
  });
});

describe("a renewal", () => {
  test("keeps the organisation vetted meanwhile, and begins where the period ends", async () => {
    const vetted = await aBank(world, "vetted", "2026-12-31");
    const id = await apply(world, vetted);
    expect(await standing(world, vetted)).toMatchObject({ vetting: "vetted" });
    value(await decide(world, vetted, id, officers.first));
    value(await decide(world, vetted, id, officers.second));
    expect(await standing(world, vetted)).toEqual({ vetting: "vetted", until: "2027-12-31" });
  });

  test("that is refused takes nothing away before the end", async () => {
    const vetted = await aBank(world, "vetted", "2026-12-31");
    const id = await apply(world, vetted);
    value(await decide(world, vetted, id, officers.first, { kind: "refusal" }));
    expect(await standing(world, vetted)).toEqual({ vetting: "vetted", until: "2026-12-31" });
  });

  test("is not asked for long before the end, nor by who was put out", async () => {
    const early = await aBank(world, "vetted", "2027-06-30");
    expect(
      reasonOf(await submitApplication(world.db, { facts: someFacts, by: early.administrator, at })),
    ).toBe("not_due_for_renewal");
    const out = await aBank(world, "suspended");
    expect(reasonOf(await submitApplication(world.db, { facts: someFacts, by: out.administrator, at }))).toBe(
      "not_found",
    );
  });

  test("of an organisation whose period is over runs from the day of the second word", async () => {
    const over = await aBank(world, "expired", "2026-10-01");
    const id = await apply(world, over);
    expect(await standing(world, over)).toMatchObject({ vetting: "applied" });
    value(await decide(world, over, id, officers.first));
    value(await decide(world, over, id, officers.second));
    expect(await standing(world, over)).toEqual({ vetting: "vetted", until: "2027-11-20" });
  });
});

describe("who vets whom", () => {
  test("an authority's period is its own administrator's to set, from now on", async () => {
    expect(reasonOf(await setVettingPeriod(world.db, { months: 6, by: officers.first, at }))).toBe(
      "not_allowed",
    );
    expect(reasonOf(await setVettingPeriod(world.db, { months: 0, by: officers.administrator, at }))).toBe(
      "months_out_of_range",
    );
    expect(reasonOf(await setVettingPeriod(world.db, { months: 2.5, by: officers.administrator, at }))).toBe(
      "months_out_of_range",
    );
    value(await setVettingPeriod(world.db, { months: 6, by: officers.administrator, at }));
    const id = await apply(world, bank);
    value(await decide(world, bank, id, officers.first));
    expect(value(await decide(world, bank, id, officers.second)).until).toBe("2027-05-20");
    value(await setVettingPeriod(world.db, { months: 12, by: officers.administrator, at: later(1) }));
  });

  test("an authority is vetted by another of its country, and by itself only where it is the only one", async () => {
    await world.owner`update organisations set vetted_until = '2026-12-20' where id = ${officers.authority.id}`;
    const own = {
      id: officers.authority.id,
      organisation: officers.authority,
      administrator: officers.administrator,
      analyst: officers.analyst,
    };
    const id = await apply(world, own);
    expect(reasonOf(await decide(world, own, id, officers.first))).toBe("not_allowed");
    expect(reasonOf(await decide(world, own, id, officers.neighbour))).toBe("done");

    const canadians = await someOfficers(world, "CA");
    const lone = {
      id: canadians.authority.id,
      organisation: canadians.authority,
      administrator: canadians.administrator,
      analyst: canadians.analyst,
    };
    await world.owner`update organisations set vetted_until = '2026-12-20' where id = ${lone.id}`;
    await world.owner`update organisations set vetting = 'revoked' where id = ${canadians.neighbour.organisationId}`;
    const renewal = await apply(world, lone);
    value(await decide(world, lone, renewal, canadians.first));
    expect(value(await decide(world, lone, renewal, canadians.second)).outcome).toBe("approved");
  });

  test("an authority that was founded has no last day while it is alone, and asks another for one once there is another", async () => {
    const some = await someOfficers(world, "PA");
    const founded = { id: some.authority.id, organisation: some.authority, ...some };
    const submit = () => submitApplication(world.db, { facts: someFacts, by: founded.administrator, at });
    const page = () => findOwnApplication(world.db, founded.administrator, { at });
    const beside = (vetting: string) =>
      world.owner`update organisations set vetting = ${vetting} where id = ${some.neighbour.organisationId}`;
    await beside("revoked");
    expect(reasonOf(await submit())).toBe("not_due_for_renewal");
    expect(await page()).toMatchObject({ lone: true, mayAsk: false, vettedUntil: null });

    await beside("vetted");
    expect(await page()).toMatchObject({ lone: false, mayAsk: true });
    const id = value(await submit()).id;
    const second = await aMember(world, {
      organisation: { ...some.authority, id: some.neighbour.organisationId },
      roles: ["officer"],
    });
    expect(reasonOf(await decide(world, founded, id, some.first))).toBe("not_allowed");
    for (const by of [some.neighbour, second]) value(await decide(world, founded, id, by));
    expect(await standing(world, founded)).toEqual({ vetting: "vetted", until: "2027-11-20" });
  });
});

test("what was decided and applied for is in the log, without the reasons", async () => {
  const id = await apply(world, bank);
  value(await decide(world, bank, id, officers.first));
  value(await decide(world, bank, id, officers.second));
  const events =
    await world.owner`select action, member_id, canonical from audit_events where subject_id = ${bank.id} order by seq`;
  expect(events.map(({ action }) => action)).toEqual([
    "application.submitted",
    "application.approved",
    "application.approved",
  ]);
  expect(JSON.stringify(events)).not.toContain(reason);
  // The bank code is too short to be looked for: hashes and ids hold it by chance.
  for (const fact of [someFacts.lei, someFacts.bic, someFacts.nameEs, someFacts.recordedGround]) {
    expect(JSON.stringify(events)).not.toContain(fact);
  }
});
