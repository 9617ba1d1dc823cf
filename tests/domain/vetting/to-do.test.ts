import { beforeAll, expect, test } from "vitest";
import type { Member } from "~/domain/members/viewer";
import { listOrganisations } from "~/domain/vetting/organisation-list.server";
import { findOwnApplication } from "~/domain/vetting/own-application.server";
import { ownStep } from "~/domain/vetting/own-step";
import { vettingToDo } from "~/domain/vetting/to-do";
import { dayOf } from "~/domain/vetting/vetting";
import { at, value } from "../../support/desk";
import { aBank, aProposal, apply, decide, type Officers, someOfficers } from "../../support/vetting";
import { aWorld } from "../../support/world";

const world = aWorld();
let officers: Officers;
beforeAll(async () => {
  officers = await someOfficers(world);
});

const toDo = async (by: Member) => vettingToDo(await listOrganisations(world.db, by, { at }), by, dayOf(at));
const waitsFor = async (by: Member) => (await toDo(by)).waiting.map(({ id }) => id);

test("an application waits for each officer of the country until they have said their word", async () => {
  const bank = await aBank(world);
  const application = await apply(world, bank);
  for (const by of [officers.first, officers.second, officers.neighbour])
    expect(await waitsFor(by)).toContain(bank.id);
  for (const by of [officers.abroad, officers.analyst]) expect(await waitsFor(by)).not.toContain(bank.id);
  value(await decide(world, bank, application, officers.first));
  expect(await waitsFor(officers.first)).not.toContain(bank.id);
  expect(await waitsFor(officers.second)).toContain(bank.id);
});

test("a measure waits for a colleague of whoever proposed it, and for nobody else", async () => {
  const bank = await aBank(world, "vetted", "2027-11-20");
  value(await aProposal(world, bank, officers.first, { emergency: true }));
  expect(await waitsFor(officers.second)).toContain(bank.id);
  for (const by of [officers.first, officers.neighbour, officers.abroad])
    expect(await waitsFor(by)).not.toContain(bank.id);
});

test("a vetting that ends within sixty days is brought to the mind of its country's officers", async () => {
  const soon = await aBank(world, "vetted", "2027-01-19");
  const later = await aBank(world, "vetted", "2027-01-20");
  const ending = async (by: Member) => (await toDo(by)).ending.map(({ id }) => id);
  expect(await ending(officers.neighbour)).toContain(soon.id);
  expect(await ending(officers.first)).not.toContain(later.id);
  expect(await ending(officers.abroad)).toEqual([]);
});

test("an organisation's own step is to renew, to await, or to correct what was refused", async () => {
  const step = async (bank: Awaited<ReturnType<typeof aBank>>) => {
    const own = await findOwnApplication(world.db, bank.administrator, { at });
    return own && ownStep(own)?.step;
  };
  expect(await step(await aBank(world, "vetted", "2027-11-20"))).toBeUndefined();
  const bank = await aBank(world, "vetted", "2026-12-31");
  expect(await step(bank)).toBe("renew");
  const application = await apply(world, bank);
  expect(await step(bank)).toBe("asked");
  value(await decide(world, bank, application, officers.first, { kind: "refusal" }));
  expect(await step(bank)).toBe("refused");
});
