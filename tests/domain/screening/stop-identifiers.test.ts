import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { anonymous, type Role } from "~/domain/members/viewer";
import { listScreenedCounts } from "~/domain/screening/screened-counts.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { asViewer } from "~db/client.server";
import { screenedCounts } from "~db/schema";
import { aMember, anOrganisation } from "../../support/people";
import { aWorld } from "../../support/world";

const world = aWorld();
const at = new Date("2026-11-22T23:30:00Z");
const stop = (...texts: string[]) => stopIdentifiers(world.db, { texts, at });
const someone = async (kind: "operator" | "authority" | "institution", ...roles: Role[]) =>
  aMember(world, { organisation: await anOrganisation(world, { kind }), roles });

test("a text with nothing in it passes and leaves no trace", async () => {
  const before = await world.owner`select * from screened_counts`;
  expect(await stop("Los sujetos obligados deben presentar un ROI.", "")).toMatchObject({ ok: true });
  expect(await world.owner`select * from screened_counts`).toEqual(before);
});

test("a stopped text is refused with counts by kind, and of it the day keeps those alone", async () => {
  await world.owner`delete from screened_counts`;
  const texts = ["CLABE 032180000118359719, y 4111 1111 1111 1111", "We filed a SAR. Card 4111111111111111"];
  expect(await stop(...texts)).toEqual({
    ok: false,
    reason: "screened",
    facts: { counts: { clabe: 1, card: 2, report: 1 } },
  });
  await stop("otra vez 4111 1111 1111 1111");
  expect(await world.owner`select day::text, kind, count from screened_counts order by kind`).toEqual([
    { day: "2026-11-22", kind: "card", count: 3 },
    { day: "2026-11-22", kind: "clabe", count: 1 },
    { day: "2026-11-22", kind: "report", count: 1 },
  ]);
});

test("the operator reads the counts of the last thirty days, and nobody else reads any", async () => {
  await stop("4111 1111 1111 1111");
  const operator = await someone("operator", "operator");
  expect((await listScreenedCounts(world.db, operator, at)).map(({ kind }) => kind)).toContain("card");
  const later = new Date(at.getTime() + 31 * 86_400_000);
  expect(await listScreenedCounts(world.db, operator, later)).toEqual([]);
  const others = [
    anonymous,
    await someone("operator", "auditor"),
    await someone("authority", "officer"),
    await someone("institution", "administrator"),
  ];
  for (const viewer of others) {
    expect(await listScreenedCounts(world.db, viewer, at)).toEqual([]);
    expect(await asViewer(world.db, viewer, (tx) => tx.select().from(screenedCounts))).toEqual([]);
  }
});

test("no program of the web role writes words under the name of a kind, or takes a count back", async () => {
  const before = await world.owner`select count(*)::int from screened_counts`;
  await world.db.execute(sql`select screened_count('2026-11-22'::date, 'juan', 1)`);
  await world.db.execute(sql`select screened_count('2026-11-22'::date, 'card', -1)`);
  expect(await world.owner`select count(*)::int from screened_counts`).toEqual(before);
  await expect(world.db.execute(sql`delete from screened_counts`)).rejects.toMatchObject({
    cause: { code: "42501" },
  });
});
