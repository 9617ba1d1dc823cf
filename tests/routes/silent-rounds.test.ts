import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCalendarAddress } from "~/domain/auth/make-calendar-address.server";
import type { Member } from "~/domain/members/viewer";
import { closeDueRounds } from "~/domain/releases/close-due-rounds.server";
import { paths } from "~/paths";
import { aFlag, anIssued, later, value } from "../support/desk";
import { aMember, anOrganisation } from "../support/people";
import { aToken } from "../support/program";
import { aRelease } from "../support/releases";
import { aConvening, anInstitution, anOpenRound, answer, type Convening, day, keys } from "../support/rounds";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

// Two rounds of one authority, alike in everything but that four institutions answered the one and nobody the other.

type Asker = { headers: Record<string, string>; calendar?: string };

let world: World;
let site: Site;
let convening: Convening;
let four: string;
let none: string;
let askers: Record<string, Asker>;
/** The typology's page, the advisory and all else that is not a round's own, before the two closed. */
const before: Record<string, unknown> = {};
/** Notices that were there before. */
let told: number;

const written = "Faltan las claves de la sucursal que abre la cuenta";

async function asking(member: Member): Promise<Asker> {
  const { token } = value(
    await makeCalendarAddress(world.db, {
      by: member,
      name: "reloj",
      secret: randomBytes(32),
      at: new Date(),
    }),
  );
  return {
    headers: {
      Cookie: (await aSession(world, member)).cookie,
      Authorization: `Bearer ${await aToken(world, member)}`,
    },
    calendar: paths.calendar(token),
  };
}

/** Whichever of the two is spoken of, and what is new in every answer, left out. */
const masked = (text: string) =>
  text
    .replaceAll(four, "ROUND")
    .replaceAll(none, "ROUND")
    .replaceAll(/\s*nonce="[^"]*"|"nonce":"[^"]*"|\b[0-9a-f]{10}-[0-9a-z]+\b|DTSTAMP:\w+/g, "");

async function ask(path: string, { headers }: Asker) {
  const answered = await site.ask(path, { headers: { "Accept-Language": "es", ...headers } });
  return { status: answered.status, text: masked(await answered.text()) };
}

/** All that a round, its figures, its points and what was replied to them are asked for by. */
const places = (id: string) => [
  ...(["es", "en"] as const).flatMap((lang) => [
    paths.round(lang, id),
    paths.roundPoints(lang, id),
    paths.roundOutcomes(lang, id),
    paths.roundAct(lang, id, "signature"),
    paths.release(lang, id),
    paths.releaseFlag(lang, id, `${convening.number}#RF-01`),
  ]),
  paths.releaseCsv(id),
  paths.api(`/rounds/${id}`),
  paths.api(`/rounds/${id}/sheet`),
  paths.api(`/rounds/${id}/points`),
  paths.api(`/rounds/${id}/replies`),
  paths.api(`/releases/${id}`),
];

/** What is about the advisory, its red flags and its typology, and the lists and counts of figures. */
const elsewhere = () => [
  ...(["es", "en"] as const).flatMap((lang) => [
    paths.advisory(lang, convening.number),
    paths.redFlagHistory(lang, convening.number, 1),
    paths.typology(lang, "mules"),
    paths.typologies(lang),
    paths.releases(lang),
    `${paths.releases(lang)}?typology=mules`,
    paths.search(lang, convening.number),
    paths.search(lang, written),
    paths.questions(lang),
  ]),
  paths.json(convening.number),
  paths.csv(convening.number),
  paths.sitemap(),
  paths.api("/releases"),
  paths.api("/releases/signals"),
  paths.api("/typologies"),
  paths.api("/red-flags"),
  paths.api(`/advisories/${convening.number}`),
];

async function readElsewhere(asker: Asker) {
  const seen: Record<string, unknown> = {};
  for (const path of elsewhere()) seen[path] = await ask(path, asker);
  return seen;
}

const noticesOf = async () => (await world.owner`select count(*)::int as n from notices`)[0]?.n;

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  await world.owner`insert into typologies (code, name_es, name_en, catalogued, added_at) values ('mules', 'Mulas', 'Mules', true, now())`;
  const typologies = [{ code: "mules", printed: { es: "", en: "" } }];
  const redFlags = () => [aFlag(1), aFlag(2)];

  // The typology has statistics of other rounds, of the same authority: a gap among them would show.
  const loud = await aConvening(world, { institutions: 14 });
  const asked = await anIssued(world, loud.staff, { redFlags: redFlags(), typologies });
  const divided = (house: number) => ({ "1.seen": house % 2 === 0 ? "often" : "never" });
  for (const days of [7, 9])
    await aRelease(
      world,
      { ...loud, number: asked.number },
      { plan: { tlp: "CLEAR", closesAt: later(days * day) }, answers: divided },
    );

  const issued = await anIssued(world, loud.staff, { redFlags: redFlags(), typologies });
  const houses = [];
  for (let i = 0; i < 6; i += 1) houses.push(await anInstitution(world));
  convening = { ...loud, number: issued.number, houses };
  const plan = { tlp: "CLEAR", closesAt: later(12 * day) } as const;
  four = await anOpenRound(world, convening, plan);
  none = await anOpenRound(world, convening, plan);
  for (const house of houses.slice(0, 4)) await answer(world, house, four, { "1.missingRecords": written });

  const [first] = houses;
  const last = houses.at(-1);
  if (!first || !last) throw new Error("nobody was invited");
  const guild = await anOrganisation(world, { kind: "guild" });
  const { authority } = convening.staff;
  askers = {
    "who runs it": await asking(convening.convener),
    "an officer there": await asking(await aMember(world, { organisation: authority, roles: ["officer"] })),
    "who did not answer": await asking(last.officer),
    "an institution that was not asked": await asking((await anInstitution(world)).officer),
    "a guild": await asking(await aMember(world, { organisation: guild, roles: ["observer"] })),
    "another authority": await asking((await aConvening(world, { institutions: 0 })).convener),
    "the operator": await asking(await aMember(world, { roles: ["operator"] })),
    "nobody signed in": { headers: {} },
    "who answered": await asking(first.officer),
  };
  for (const [name, asker] of Object.entries(askers)) before[name] = await readElsewhere(asker);
  told = await noticesOf();
  await closeDueRounds(world.db, { keys, at: later(12 * day) });
}, 400_000);
afterAll(async () => {
  await site.close();
  await world.close();
});

describe("a round that four answered", () => {
  test("is told at none of its addresses, and to nobody, from one that no one answered", async () => {
    for (const [name, asker] of Object.entries(askers)) {
      const twins = places(none);
      for (const [i, path] of places(four).entries()) {
        // Its own institution is told whether it answered.
        if (name === "who answered" && path.endsWith(`/rounds/${four}`)) continue;
        const there = await ask(path, asker);
        expect(there, `${name} ${path}`).toEqual(await ask(twins[i] ?? "", asker));
        if (/releases/.test(path)) expect(there.status, `${name} ${path}`).toBeGreaterThanOrEqual(400);
        expect(there.text, `${name} ${path}`).not.toContain(written);
      }
    }
  }, 240_000);

  test("stands in lists of rounds, in the day's page and in the calendar as that one does", async () => {
    for (const [name, asker] of Object.entries(askers)) {
      const { calendar } = asker;
      for (const path of [
        paths.rounds("es"),
        "/es/today",
        paths.api("/rounds"),
        ...(calendar ? [calendar] : []),
      ]) {
        const { text } = await ask(path, asker);
        const lines = /\.ics$/.test(path)
          ? text.split("BEGIN:VEVENT")
          : path.startsWith("/api/")
            ? (JSON.parse(text).items ?? []).map((item: unknown) => JSON.stringify(item))
            : text.split(/(?=<(?:tr|li)\b)/).map((line) => line.replace(/<\/(?:ul|ol|tbody)>.*$/s, ""));
        const own = lines.filter((line: string) => line.includes("ROUND"));
        expect(own.length % 2, `${name} ${path}`).toBe(0);
        // Each thing that is said of the one is said of the other.
        for (const line of new Set<string>(own))
          expect(own.filter((one: string) => one === line).length % 2, `${name} ${path} ${line}`).toBe(0);
      }
    }
  }, 240_000);

  test("moves no page, list, count, search, document or file that speaks of its subject", async () => {
    for (const [name, asker] of Object.entries(askers))
      expect(await readElsewhere(asker), name).toEqual(before[name]);
  }, 240_000);

  test("is told in no letter, and in the log by the same words", async () => {
    const letters = await world.owner<{ about: unknown; kind: string; member_id: string | null }[]>`
      select kind, member_id, about from notices order by queued_at offset ${told}`;
    const of = (id: string) =>
      letters
        .filter(({ about }) => JSON.stringify(about).includes(id))
        .map((letter) => masked(JSON.stringify(letter)))
        .sort();
    expect(of(four)).toEqual(of(none));
    expect(letters.filter(({ kind }) => kind.startsWith("release"))).toEqual([]);
    const events = (id: string) => world.owner`
      select action, detail, member_id from audit_events where subject_id = ${id} and at >= ${later(12 * day)} order by seq`;
    expect(await events(four)).toEqual(await events(none));
  });
});
