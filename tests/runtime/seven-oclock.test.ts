import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoSecret } from "../support/demo";
import { anIssued, aStaff } from "../support/desk";
import { aMailService, type MailService } from "../support/mail-service";
import { aMember, anOrganisation } from "../support/people";
import { aWorld } from "../support/world";

// Processes whose clock RIBERA_CLOCK says, on a day when clocks change. RIBERA_CLOCK_DAYS=all: all four of 2026 and 2027, and the second
// before each instant as well. The reckoning alone, of every such day: tests/domain/digests/digest.test.ts.

const root = join(import.meta.dirname, "../..");
const every = process.env.RIBERA_CLOCK_DAYS === "all";
const places = {
  city: "America/Mexico_City",
  tijuana: "America/Tijuana",
  juarez: "America/Ciudad_Juarez",
  york: "America/New_York",
  phoenix: "America/Phoenix",
};
type Place = keyof typeof places;

// From the law of each place: the United States and the border change on the second Sunday of March and the first of November; the rest of
// Mexico and Arizona never.
const spring: [string, Place[]][] = [
  ["11:00", ["york"]],
  ["13:00", ["city", "juarez"]],
  ["14:00", ["tijuana", "phoenix"]],
];
const autumn: [string, Place[]][] = [
  ["12:00", ["york"]],
  ["13:00", ["city"]],
  ["14:00", ["juarez", "phoenix"]],
  ["15:00", ["tijuana"]],
];
const all: [string, [string, Place[]][]][] = [
  ["2026-11-01", autumn],
  ["2026-03-08", spring],
  ["2027-03-14", spring],
  ["2027-11-07", autumn],
];
const days = every ? all : all.slice(0, 1);

const world = aWorld();
let service: MailService;
const people = new Map<string, Place>();
beforeAll(async () => {
  service = await aMailService();
  const staff = await aStaff(world);
  await anIssued(world, staff);
  // Only they read, and they were here before anything happened.
  await world.owner`update members set left_at = now()`;
  const organisation = await anOrganisation(world, { kind: "institution" });
  for (const place of Object.keys(places) as Place[]) {
    const { memberId } = await aMember(world, { organisation, timeZone: places[place], language: "es" });
    const [row] = await world.owner<{ email: string }[]>`
      update members set created_at = '2026-01-01' where id = ${memberId} returning email`;
    people.set(row?.email ?? "", place);
  }
});
afterAll(() => service.close());

/** Where a digest came in the turn of a process that begins at this instant. */
async function at(clock: string): Promise<Place[]> {
  service.forget();
  const tsx = pathToFileURL(join(root, "node_modules/tsx/dist/loader.mjs")).href;
  const child = spawn(process.execPath, ["--import", tsx, join(root, "tests/support/digest-turn.ts")], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "test",
      TSX_TSCONFIG_PATH: join(root, "tsconfig.json"),
      RIBERA_CLOCK: clock,
      RIBERA_DEMO: "0",
      RIBERA_SECRET_KEY: demoSecret,
      DATABASE_URL: world.ownerUrl,
      DATABASE_WEB_URL: world.webUrl,
      RESEND_API_KEY: "re_test",
      RESEND_BASE_URL: service.origin,
      RESEND_PER_SECOND: "1000",
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "exit");
  expect(code, clock).toBe(0);
  const came = service.mails().flatMap(({ to }) => people.get(to) ?? []);
  return (Object.keys(places) as Place[]).filter((place) => came.includes(place));
}

test.each(days)(
  "on %s a digest comes at seven of each reader's own clock, once",
  async (day, instants) => {
    await world.owner`truncate digests, digest_batches, digest_runs, notices`;
    await world.owner`update news set at = ${new Date(Date.parse(day) - 86_400_000)}`;
    const [first] = instants;
    const before = (time: string) => new Date(Date.parse(`${day}T${time}:00Z`) - 1000).toISOString();
    expect(await at(before(first?.[0] ?? ""))).toEqual([]);
    for (const [time, expected] of instants) {
      if (every) expect(await at(before(time)), `before ${time}`).toEqual([]);
      expect(await at(`${day}T${time}:00Z`), time).toEqual(
        (Object.keys(places) as Place[]).filter((place) => expected.includes(place)),
      );
    }
    const told = await world.owner<{ day: string; n: number }[]>`
    select local_date::text as day, count(*)::int as n from digests where state = 'accepted' group by 1`;
    expect(told).toEqual([{ day, n: people.size }]);
  },
  240_000,
);
