import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { proposeMeasure } from "~/domain/vetting/propose-measure.server";
import { asViewer } from "~db/client.server";
import { at, value } from "../support/desk";
import {
  aBank,
  apply,
  type Bank,
  decide,
  type Officers,
  reason,
  someOfficers,
  standing,
} from "../support/vetting";
import { freshDatabase, type World } from "../support/world";

// What a statement that slipped past every act could still not do.

let world: World;
let officers: Officers;
let bank: Bank;
let applicationId: string;
let vetted: Bank;
let measureId: string;
beforeAll(async () => {
  world = await freshDatabase();
  officers = await someOfficers(world);
  bank = await aBank(world);
  applicationId = await apply(world, bank);
  value(await decide(world, bank, applicationId, officers.first));
  vetted = await aBank(world, "vetted", "2027-06-30");
  const proposal = { organisationId: vetted.id, kind: "revocation" as const, emergency: false, reason };
  measureId = value(await proposeMeasure(world.db, { ...proposal, by: officers.first, at })).id;
});
afterAll(() => world.close());

/** Rows that came back or were touched; "refused" where the database would not hear of it. */
const attempt = (viewer: Viewer, statement: SQL): Promise<number | string> =>
  asViewer(world.db, viewer, async (tx) => (await tx.execute(statement)).count).catch(() => "refused");

const word = (memberId: string, authorityId: string) => sql`
  insert into vetting_decisions (application_id, authority_id, member_id, kind, reason, language, at)
  values (${applicationId}::uuid, ${authorityId}::uuid, ${memberId}::uuid, 'approval', 'x', 'es', now())`;

test("nobody writes what an organisation is", async () => {
  const change = sql`update organisations set vetting = 'vetted' where id = ${bank.id}::uuid`;
  for (const viewer of [officers.first, bank.administrator, anonymous])
    expect(await attempt(viewer, change)).toBe("refused");
});

test("an officer gives no word in another's name, twice, or for another country", async () => {
  const { first, second, abroad, authority, analyst } = officers;
  expect(await attempt(first, word(second.memberId, authority.id))).toBe("refused");
  expect(await attempt(first, word(first.memberId, authority.id))).toBe("refused");
  expect(await attempt(abroad, word(abroad.memberId, abroad.organisationId))).toBe("refused");
  expect(await attempt(analyst, word(analyst.memberId, authority.id))).toBe("refused");
  expect(await attempt(bank.administrator, word(bank.administrator.memberId, bank.id))).toBe("refused");
});

test("one approval settles nothing, however often it is asked to", async () => {
  const settle = sql`select application_settle(${applicationId}::uuid, now())`;
  await attempt(officers.first, settle);
  await attempt(bank.administrator, settle);
  await attempt(anonymous, settle);
  expect(await standing(world, bank)).toMatchObject({ vetting: "applied" });
});

test("a measure is not confirmed by whoever proposed it, nor put into force unconfirmed", async () => {
  const confirm = (memberId: string) => sql`
    update vetting_measures set confirmed_by = ${memberId}::uuid, confirmed_at = now(), confirmed_reason = 'x' where id = ${measureId}::uuid`;
  const { first, second, neighbour, abroad } = officers;
  expect(await attempt(first, confirm(first.memberId))).toBe("refused");
  expect(await attempt(first, confirm(second.memberId))).toBe("refused");
  expect(await attempt(neighbour, confirm(neighbour.memberId))).toBe(0);
  expect(await attempt(abroad, confirm(abroad.memberId))).toBe(0);
  await attempt(first, sql`select measure_settle(${measureId}::uuid, now())`);
  expect(await standing(world, vetted)).toMatchObject({ vetting: "vetted" });
});

test("applications, words and measures are read by the officers of the country; an applicant reads its own application", async () => {
  const counts = async (viewer: Viewer) => [
    await attempt(viewer, sql`select id from applications`),
    await attempt(viewer, sql`select id from vetting_decisions`),
    await attempt(viewer, sql`select id from vetting_measures`),
  ];
  expect(await counts(officers.neighbour)).toEqual([1, 1, 1]);
  expect(await counts(bank.administrator)).toEqual([1, 0, 0]);
  for (const viewer of [officers.analyst, officers.abroad, vetted.administrator, anonymous]) {
    expect(await counts(viewer)).toEqual([0, 0, 0]);
  }
});

test("an organisation is entered as invited only, by an officer of its country", async () => {
  const enter = (vetting: string, jurisdiction: string) => sql`
    insert into organisations (id, kind, short_name, name_es, name_en, jurisdiction, vetting, created_at)
    values (${randomUUID()}::uuid, 'institution', ${randomUUID()}, 'x', 'x', ${jurisdiction}, ${vetting}, now())`;
  expect(await attempt(officers.first, enter("vetted", "MX"))).toBe("refused");
  expect(await attempt(officers.first, enter("invited", "US"))).toBe("refused");
  expect(await attempt(officers.analyst, enter("invited", "MX"))).toBe("refused");
  expect(await attempt(officers.first, enter("invited", "MX"))).toBe(1);
});
