import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { numbersFrom } from "../../bench/search-corpus";
import { anIssued, aStaff, at } from "../support/desk";
import type { Work } from "../support/fast-clock";
import { workersOf } from "../support/killed";
import { aMailService, type Fate, fates, type MailService } from "../support/mail-service";
import { aWorld } from "../support/world";

// A digest of 2,000 members by processes that are killed with -9 at random instants and started again, while the mail service fails in
// every way that it can. RIBERA_KILL_RUNS=100 is the whole proof; RIBERA_KILL_SEED repeats one.

const runs = Number(process.env.RIBERA_KILL_RUNS ?? 2);
const seed = Number(process.env.RIBERA_KILL_SEED ?? 1);
const random = numbersFrom(seed);
const upTo = (most: number) => Math.floor(random() * most);

const institutions = 20;
const people = 2000;
const day = "2026-11-21";
const world = aWorld();
let service: MailService;
/** By address, the numbers of the advisories that its reader must be told of. */
const expected = new Map<string, string[]>();

beforeAll(async () => {
  service = await aMailService();
  const staff = await aStaff(world);
  const ofJurisdiction = (jurisdiction: string) => ({
    jurisdictions: [jurisdiction],
    sectors: [],
    organisations: [],
    members: [],
  });
  const { number: everyone } = await anIssued(world, staff);
  const { number: mexican } = await anIssued(world, staff, { tlp: "AMBER", audience: ofJurisdiction("MX") });
  const { number: american } = await anIssued(world, staff, { tlp: "GREEN", audience: ofJurisdiction("US") });
  const readers = await world.owner<{ email: string; jurisdiction: string }[]>`
    with o as (
      insert into organisations (kind, short_name, name_es, name_en, jurisdiction, sector, vetting, number_patterns)
      select 'institution', 'B' || n, 'Banco ' || n, 'Bank ' || n, case n % 2 when 0 then 'MX' else 'US' end, 'bank', 'vetted', '{}'
      from generate_series(1, ${institutions}::int) n returning id, jurisdiction, short_name),
    m as (
      insert into members (organisation_id, email, name, language, time_zone, created_at)
      select o.id, lower(o.short_name) || '-' || n || '@example.org', 'Persona ' || n, case n % 3 when 0 then 'en' else 'es' end, 'UTC', '2026-01-01'
      from o, generate_series(1, ${people / institutions}::int) n returning email, organisation_id)
    select m.email, o.jurisdiction from m join o on o.id = m.organisation_id`;
  for (const { email, jurisdiction } of readers)
    expected.set(email, [everyone, jurisdiction === "MX" ? mexican : american]);
});
afterAll(async () => {
  workers.killAll();
  await service.close();
});

const workers = workersOf("digest-worker.ts");

const waiting = async () => {
  const [row] = await world.owner<{ made: number; waiting: number; underWay: number }[]>`
    select count(*)::int as made, count(*) filter (where state in ('due', 'batched'))::int as waiting,
      (select count(*)::int from digest_batches where under_way) as "underWay" from digests where local_date = ${day}`;
  return row ?? { made: 0, waiting: 0, underWay: 0 };
};

/** Mostly well; all the ways in which it is not, as often as each other. */
const someFate = (): Fate =>
  random() < 0.6 ? "answered" : (fates[1 + upTo(fates.length - 1)] ?? "answered");

async function aRun() {
  await world.owner`truncate digests, digest_batches, digest_runs, notices`;
  service.forget();
  service.befall(someFate);
  const work: Work = {
    database: world.webUrl,
    service: service.origin,
    from: new Date(at.getTime() + 19 * 3_600_000 + 60_000).toISOString(),
    begun: Date.now(),
    speed: 300,
  };
  const many = 1 + upTo(2);
  const running = await Promise.all(Array.from({ length: many }, () => workers.startedOn(work)));
  let kills = 0;
  let inTheMidst = 0;
  for (const most = 2 + upTo(4); kills < most; kills += 1) {
    await pause(upTo(700));
    const at = upTo(running.length);
    const one = running[at];
    if (!one) break;
    await workers.kill(one);
    inTheMidst += (await waiting()).underWay > 0 ? 1 : 0;
    running[at] = await workers.startedOn(work);
  }
  for (;;) {
    const { made, waiting: left } = await waiting();
    if (made >= people && left === 0) break;
    await pause(20);
  }
  for (const one of running) await workers.kill(one);

  const got = new Map<string, string[]>();
  for (const { to, text } of service.mails()) got.set(to, [...(got.get(to) ?? []), text]);
  const states = await world.owner<{ state: string; n: number }[]>`
    select state, count(*)::int as n from digests where local_date = ${day} group by state`;
  return {
    kills,
    inTheMidst,
    lost: [...expected.keys()].filter((one) => !got.has(one)),
    twice: [...got].filter(([, texts]) => texts.length > 1).map(([one]) => one),
    wrong: [...got]
      .filter(([one, texts]) => !expected.get(one)?.every((number) => texts.every((t) => t.includes(number))))
      .map(([one]) => one),
    states: Object.fromEntries(states.map(({ state, n }) => [state, n])),
    told: { ...service.told },
  };
}

test(
  `of ${people} digests sent by processes that are killed, ${runs} times over, none is lost and none comes twice`,
  async () => {
    const sums: Record<string, number> = {};
    for (let run = 0; run < runs; run += 1) {
      const { kills, inTheMidst, lost, twice, wrong, states, told } = await aRun();
      for (const [what, count] of Object.entries({ kills, inTheMidst, ...told }))
        sums[what] = (sums[what] ?? 0) + count;
      expect({ lost, twice, wrong, states }, `run ${run} of seed ${seed}`).toEqual({
        lost: [],
        twice: [],
        wrong: [],
        states: { accepted: people },
      });
      if (runs > 10) process.stdout.write(`run ${run + 1}: ${JSON.stringify({ kills, inTheMidst, told })}\n`);
    }
    process.stdout.write(
      `${runs} runs of ${people} digests (seed ${seed}): none lost, none twice; ${JSON.stringify(sums)}\n`,
    );
  },
  Math.max(240_000, runs * 60_000),
);
