import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { numbersFrom } from "../../bench/search-corpus";
import { at } from "../support/desk";
import { clockOf, type Work } from "../support/fast-clock";
import { workersOf } from "../support/killed";
import { aMailService, type Fate, fates, type MailService, type PostedMail } from "../support/mail-service";
import { aConvened, type Convened } from "../support/roundtables";
import { aWorld } from "../support/world";

// At-once letters by processes that are killed with -9 at random instants while the mail service fails in every way that it can: with a
// date for the calendar, one call each, the session being moved meanwhile, and four times as many without, a hundred a call.
// RIBERA_KILL_RUNS, RIBERA_KILL_SEED as for digests.

const runs = Number(process.env.RIBERA_KILL_RUNS ?? 1);
const seed = Number(process.env.RIBERA_KILL_SEED ?? 1);
const random = numbersFrom(seed);
const upTo = (most: number) => Math.floor(random() * most);

const people = 150;
const devices = 4;
const world = aWorld();
const workers = workersOf("letter-worker.ts");
let service: MailService;
let convened: Convened;

beforeAll(async () => {
  service = await aMailService();
  convened = await aConvened(world);
  await world.owner`
    with m as (
      insert into members (organisation_id, email, name, language, time_zone, created_at)
      select ${convened.lead.authority.id}, 'sala-' || n || '@example.org', 'Persona ' || n, case n % 2 when 0 then 'en' else 'es' end, 'UTC', '2026-01-01'
      from generate_series(1, ${people}::int) n returning id)
    insert into roundtable_parts (roundtable_id, authority_id, member_id, part, given_by, given_at)
    select ${convened.roundtableId}, ${convened.lead.authority.id}, id, 'clearer', ${convened.lead.chair.memberId}, ${at} from m`;
});
afterAll(async () => {
  workers.killAll();
  await service.close();
});

const allOthers = [...Array(people * devices)]
  .map((_, n) => `sala-${1 + Math.floor(n / devices)}@example.org Navegador-${1 + (n % devices)}`)
  .sort();

const mostFates = 4;
/** Each call has its own fate: of single letters there are many, of batches a few. No key is hit for ever: its pauses double. */
const someFate = (): Fate => {
  const { key = "", path = "" } = service.calls.at(-1) ?? {};
  const tried = service.calls.filter((call) => call.key === key).length;
  const well = path.endsWith("/batch") ? 0.4 : 0.75;
  return tried > mostFates || random() < well
    ? "answered"
    : (fates[1 + upTo(fates.length - 1)] ?? "answered");
};

let moves = 0;
/** Moves the session by an hour; the hour at which it then begins. */
async function move() {
  moves += 1;
  const start = new Date(Date.UTC(2027, 0, 1, moves));
  const end = new Date(start.getTime() + 3_600_000);
  await world.owner`
    update roundtables set starts_at = ${start}, ends_at = ${end}, sequence = sequence + 1,
      moved_at = ${new Date(at.getTime() + moves * 1000)} where id = ${convened.roundtableId}`;
  return `DTSTART:${start.toISOString().replace(/[-:]|\.\d+/g, "")}`;
}

const count = async (state: string, lane = ["access", "together", "alone"]) =>
  (
    await world.owner<
      { n: number }[]
    >`select count(*)::int as n from notices where state = ${state} and lane = any (${lane})`
  )[0]?.n ?? 0;
/** To each of them so many letters about their own access, each about another device. */
const queueOthers = () => world.owner`
  insert into notices (kind, member_id, about, queued_at, next_attempt_at)
  select 'device-seen', m.id, jsonb_build_object('device', 'Navegador-' || n || '.'), ${at}, ${at}
  from members m cross join generate_series(1, ${devices}::int) n where m.email like 'sala-%'`;
const fileIn = ({ attachments = [] }: PostedMail) =>
  Buffer.from(attachments[0]?.content ?? "", "base64").toString();

/**
 * What troubles and kills have left, once there are none any more: by one process, and nothing waits for hours. However slow the machine
 * is, each letter needs so many attempts and no more.
 */
async function theRest(work: Work) {
  await service.calm();
  const now = clockOf(work)();
  await world.owner`update notices set next_attempt_at = least(next_attempt_at, ${now}) where state = 'queued'`;
  const one = await workers.startedOn({ ...work, from: now.toISOString(), begun: Date.now(), speed: 1 });
  while ((await count("queued")) > 0) {
    // Not what is under way.
    await world.owner`
      update notices set next_attempt_at = least(next_attempt_at, ${now}) where state = 'queued' and tried_at is null`;
    await pause(20);
  }
  await workers.kill(one);
}

async function aRun() {
  await world.owner`truncate notices`;
  service.forget();
  service.befall(someFate);
  await move();
  await queueOthers();
  const work: Work = {
    database: world.webUrl,
    service: service.origin,
    from: new Date(at.getTime() + 3_600_000).toISOString(),
    begun: Date.now(),
    speed: 300,
    // A key lasts a day: on a machine that has no time for this none of them ends meanwhile.
    most: 10 * 3_600_000,
  };
  const running = await Promise.all(Array.from({ length: 1 + upTo(2) }, () => workers.startedOn(work)));
  let kills = 0;
  let last = "";
  const most = 2 + upTo(4);
  for (const when = upTo(most); kills < most; kills += 1) {
    await pause(upTo(600));
    if (kills === when) last = await move();
    const place = upTo(running.length);
    const one = running[place];
    if (!one) break;
    await workers.kill(one);
    running[place] = await workers.startedOn(work);
  }
  for (let turns = 100; turns > 0 && (await count("queued")) > 0; turns -= 1) await pause(20);
  for (const one of running) await workers.kill(one);
  await theRest(work);

  const got = new Map<string, string[]>();
  const others: string[] = [];
  for (const mail of service.mails())
    if (!mail.attachments) others.push(`${mail.to} ${/Navegador-\d+/.exec(mail.text)?.[0]}`);
    else got.set(mail.to, [...(got.get(mail.to) ?? []), fileIn(mail)]);
  const everyone = [...Array(people)].map((_, n) => `sala-${n + 1}@example.org`);
  return {
    kills,
    // The newest date came, whatever came before it.
    lost: everyone.filter((one) => !got.get(one)?.some((file) => file.includes(last))),
    // No more letters than there were dates to tell.
    tooMany: everyone.filter((one) => (got.get(one)?.length ?? 0) > 2),
    others: others.sort(),
    batches: service.calls.filter(({ path }) => path.endsWith("/batch")).length,
    settled: {
      dates: await count("sent", ["alone"]),
      uncertain: await count("uncertain"),
      failed: await count("failed"),
    },
    calls: service.calls.length,
    keys: [...service.accepted.keys()].filter((key) => !key.startsWith("letters/")).length,
    told: { ...service.told },
  };
}

test(
  `of letters sent to ${people} people by processes that are killed, ${runs} times over, no date is lost, no other letter is, and none comes twice`,
  async () => {
    const sums: Record<string, number> = {};
    for (let run = 0; run < runs; run += 1) {
      const { kills, lost, tooMany, others, batches, settled, calls, keys, told } = await aRun();
      for (const [what, n] of Object.entries({ kills, calls, batches, keys, ...told }))
        sums[what] = (sums[what] ?? 0) + n;
      expect(
        { lost, tooMany, uncertain: settled.uncertain, failed: settled.failed },
        `run ${run} of seed ${seed}`,
      ).toEqual({
        lost: [],
        tooMany: [],
        uncertain: 0,
        failed: 0,
      });
      // One mail to a key, however often it was tried.
      expect(keys).toBe(settled.dates);
      expect(others, `run ${run} of seed ${seed}`).toEqual(allOthers);
      if (runs > 10) process.stdout.write(`run ${run + 1}: ${JSON.stringify({ kills, batches, told })}\n`);
    }
    process.stdout.write(
      `${runs} runs of ${people} letters with a date and ${people * devices} without (seed ${seed}): none lost, none twice; ${JSON.stringify(sums)}\n`,
    );
  },
  Math.max(300_000, runs * 120_000),
);
