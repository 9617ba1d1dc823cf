import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { supersedeAdvisory } from "~/domain/advisories/supersede-advisory.server";
import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import { anIssued, aStaff, at, reasonOf, type Staff, text } from "../../support/desk";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let lead: Staff;
let other: Staff;
beforeAll(async () => {
  world = await freshDatabase();
  lead = await aStaff(world);
  other = await aStaff(world);
});
afterAll(() => world.close());

/** Runs acts so that each has gone as far as it can before any may end: the audit log's head is held until all of them wait. */
async function atOnce<Value>(acts: (() => Promise<Value>)[]): Promise<Value[]> {
  let running: Promise<Value>[] = [];
  await world.owner.begin(async (tx) => {
    await tx`select 1 from audit_head for update`;
    running = acts.map((act) => act());
    for (let waiting = 0; waiting < acts.length; ) {
      await pause(5);
      const [row] = await world.owner<{ n: number }[]>`
        select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      waiting = row?.n ?? 0;
    }
  });
  return Promise.all(running);
}

const supersede =
  (number: string, replacement: string, by: Staff = lead) =>
  () =>
    supersedeAdvisory(world.db, { number, replacement, by: by.publisher, at });

/** What one comes to who goes from each to the one to be read instead. */
async function lastOf(number: string): Promise<string> {
  const seen: string[] = [];
  let next: string | null = number;
  while (next) {
    if (seen.includes(next)) return `a circle through ${next}`;
    seen.push(next);
    const rows: { next: string | null }[] =
      await world.owner`select replaced_by as next from advisories where number = ${next}`;
    next = rows[0]?.next ?? null;
  }
  return seen.at(-1) ?? "";
}

test("of two advisories that supersede each other in one instant, one stays in force", async () => {
  const [a, b] = [await anIssued(world, lead), await anIssued(world, lead)];
  const outcomes = await atOnce([supersede(a.number, b.number), supersede(b.number, a.number)]);
  expect(outcomes.map(reasonOf).sort()).toEqual(["done", "replacement_not_in_force"]);
  expect(await lastOf(a.number)).toBe(await lastOf(b.number));
});

test("so it is between two authorities, neither of which may lock the other's", async () => {
  const [a, b] = [await anIssued(world, lead), await anIssued(world, other)];
  const outcomes = await atOnce([supersede(a.number, b.number), supersede(b.number, a.number, other)]);
  expect(outcomes.map(reasonOf).sort()).toEqual(["done", "replacement_not_in_force"]);
});

test("a longer circle does not close either, whatever the order of its acts", async () => {
  const ring: string[] = [];
  for (let i = 0; i < 4; i++) ring.push((await anIssued(world, lead)).number);
  const acts = ring.map((number, i) => supersede(number, ring[(i + 1) % ring.length] ?? ""));
  const outcomes = await atOnce(acts);
  expect(outcomes.map(reasonOf)).toContain("done");
  for (const number of ring) expect(await lastOf(number)).not.toContain("circle");
});

test("a withdrawal that names a replacement counts among them", async () => {
  const [a, b] = [await anIssued(world, lead), await anIssued(world, lead)];
  const outcomes = await atOnce([
    () =>
      withdrawAdvisory(world.db, {
        number: a.number,
        reason: text("Por error.", "By mistake."),
        replacement: b.number,
        by: lead.publisher,
        at,
      }),
    supersede(b.number, a.number),
  ]);
  expect(outcomes.map(reasonOf).sort()).toEqual(["done", "replacement_not_in_force"]);
});
