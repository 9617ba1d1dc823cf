import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "~/domain/members/viewer";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aMember, anOrganisation } from "../support/people";
import { aToken } from "../support/program";
import { aRelease } from "../support/releases";
import { aConvening, anInstitution, type Convening } from "../support/rounds";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

const nowhere = "6f1c2a34-0000-4000-8000-00000000ffff";

type Asker = { headers: Record<string, string> };
type Answer = { status: number; text: string; headers: Record<string, string> };

let world: World;
let site: Site;
let convening: Convening;
let small: Convening;
let round: string;
/** Of which four answered. */
let silent: string;
let strangers: Record<string, Asker>;
let reader: Asker;
let guild: Asker;
let convener: Asker;
/** What strangers were answered before there was any release. */
const before: Record<string, unknown> = {};

const asking = async (member: Member): Promise<Asker> => ({
  headers: {
    Cookie: (await aSession(world, member)).cookie,
    Authorization: `Bearer ${await aToken(world, member)}`,
  },
});

const withoutWhatIsNewEachTime = (page: string) =>
  page.replaceAll(/\s*nonce="[^"]*"|"nonce":"[^"]*"|\b[0-9a-f]{10}-[0-9a-z]+\b/g, "");

async function ask(path: string, { headers }: Asker): Promise<Answer> {
  const answer = await site.ask(path, { headers: { "Accept-Language": "es", ...headers } });
  const told = Object.fromEntries(answer.headers);
  // The length is that of what was pressed together, nonce and all; the text itself is compared.
  for (const name of ["date", "x-request-id", "content-security-policy", "content-length"]) delete told[name];
  return { status: answer.status, text: withoutWhatIsNewEachTime(await answer.text()), headers: told };
}

const redFlag = () => `${convening.number}#RF-01`;

/** Everything that may speak of a release. */
const places = (id: string) => [
  paths.release("es", id),
  paths.release("en", id),
  `${paths.release("en", id)}?question=clarity&by=jurisdiction`,
  paths.releaseFlag("es", id, redFlag()),
  paths.releaseCsv(id),
  paths.api(`/releases/${id}`),
];
const lists = () => [
  paths.releases("es"),
  `${paths.releases("en")}?year=2026`,
  paths.redFlagHistory("es", convening.number, 1),
  paths.typologies("es"),
  paths.api("/releases"),
  paths.api(`/releases?redFlag=${encodeURIComponent(redFlag())}` as "/"),
];

const seenBy = async (asker: Asker) => {
  const seen: Record<string, unknown> = {};
  for (const path of lists()) {
    const { status, text, headers } = await ask(path, asker);
    seen[path] = [status, text, headers["cache-control"], headers.vary];
  }
  return seen;
};

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  convening = await aConvening(world, { institutions: 30 });
  for (const { organisation } of convening.houses.slice(15))
    await world.owner`update organisations set jurisdiction = 'US' where id = ${organisation.id}`;
  small = await aConvening(world, { institutions: 4 });

  const named = await anOrganisation(world, { kind: "guild" });
  guild = await asking(await aMember(world, { organisation: named, roles: ["observer"] }));
  convener = await asking(convening.convener);
  reader = await asking((await anInstitution(world)).analyst);
  const revoked = await anInstitution(world);
  strangers = {
    "nobody signed in": { headers: {} },
    "an institution outside the audience": await asking((await anInstitution(world, "US")).officer),
    "another authority": await asking((await aConvening(world, { institutions: 0 })).convener),
    "the operator": await asking(await aMember(world, { roles: ["operator", "auditor"] })),
    "a guild that is not named": await asking(
      await aMember(world, {
        organisation: await anOrganisation(world, { kind: "guild" }),
        roles: ["observer"],
      }),
    ),
    "a member of a revoked institution": await asking(revoked.officer),
  };
  await world.owner`update organisations set vetting = 'revoked' where id = ${revoked.organisation.id}`;
  for (const [name, asker] of Object.entries(strangers)) before[name] = await seenBy(asker);

  const audience = { jurisdictions: ["MX"], sectors: [], organisations: [named.id], members: [] };
  const divided = (house: number) => ({
    "1.seen": house % 2 === 0 ? "often" : "never",
    "0.usefulness": house % 2 === 0 ? "5" : "2",
  });
  round = await aRelease(world, convening, { plan: { audience }, answers: divided });
  silent = await aRelease(world, small, { plan: { tlp: "CLEAR" } });
}, 240_000);
afterAll(async () => {
  await site.close();
  await world.close();
});

describe("statistics of a round", () => {
  test("are told to their readers on a page, as figures and to programs", async () => {
    const page = await ask(paths.release("es", round), reader);
    expect(page.status).toBe(200);
    expect(page.text).toContain("15 de 30 instituciones (50");
    expect(page.text).toContain(i18nOf("es").t("releases:withheld"));
    const list = await ask(paths.releases("en"), reader);
    expect(list.text).toContain(paths.release("en", round));
    const document = JSON.parse((await ask(paths.api(`/releases/${round}`), reader)).text);
    expect(document).toMatchObject({ id: round, answered: 30, subject: { number: convening.number } });
    const csv = await ask(paths.releaseCsv(round), reader);
    expect(csv.headers["content-type"]).toContain("text/csv");
    expect(csv.text).toMatch(/,seen,.*,overall,,30,never,.*,15,\r\n/);
    expect(csv.text).toMatch(/,seen,.*,overall,,30,often,.*,,confidential\r\n/);
  });

  test("stand with the red flag that they are about, and one red flag has a page of its own", async () => {
    const history = await ask(paths.redFlagHistory("es", convening.number, 1), reader);
    expect(history.text).toContain(i18nOf("es").t("releases:part.title"));
    expect(history.text).toContain(paths.releaseFlag("es", round, redFlag()));
    const own = await ask(paths.releaseFlag("es", round, redFlag()), reader);
    expect(own.status).toBe(200);
    const missing = await ask(paths.releaseFlag("es", round, `${convening.number}#RF-09`), reader);
    expect(missing.status).toBe(404);
  });

  test("are linked from the closed round", async () => {
    const page = await ask(paths.round("es", round), convener);
    expect(page.text).toContain(paths.release("es", round));
    expect(page.text).not.toContain(i18nOf("es").t("rounds:run.closed"));
  });

  test("answer whoever is not among their readers as what does not exist does, and move no list of theirs", async () => {
    for (const [name, asker] of Object.entries(strangers)) {
      const none = places(nowhere);
      for (const [i, path] of places(round).entries()) {
        const [there, not] = [await ask(path, asker), await ask(none[i] ?? "", asker)];
        // A token of a revoked organisation is no token any more, whatever it asks for.
        expect([401, 404], `${name} ${path}`).toContain(there.status);
        expect({ ...there, text: there.text.replaceAll(round, nowhere) }, `${name} ${path}`).toEqual(not);
      }
      expect(await seenBy(asker), name).toEqual(before[name]);
    }
  }, 240_000);

  test("give a guild what all answered together, and no breakdown in page, document or file", async () => {
    const held = { withheld: "aggregates" };
    const document = JSON.parse((await ask(paths.api(`/releases/${round}`), guild)).text);
    expect(document.groups).toEqual({ jurisdiction: held, sector: held, size: held });
    for (const table of document.tables) expect([table.jurisdiction, table.size]).toEqual([held, held]);
    const whole = JSON.parse((await ask(paths.api(`/releases/${round}`), reader)).text);
    expect(whole.groups.jurisdiction).toHaveLength(2);

    const country = i18nOf("es").t("countries:US");
    for (const path of [paths.release("es", round), paths.releaseFlag("es", round, redFlag())]) {
      const page = await ask(path, guild);
      expect(page.status).toBe(200);
      expect(page.text).toContain("15 de 30 instituciones (50");
      expect(page.text, path).not.toContain(`${country} (15)`);
      expect((await ask(path, reader)).text, path).toContain(`${country} (15)`);
    }
    const csv = await ask(paths.releaseCsv(round), guild);
    expect(csv.text).not.toMatch(/,jurisdiction,(MX|US),/);
    expect((await ask(paths.releaseCsv(round), reader)).text).toMatch(/,jurisdiction,(MX|US),/);
  });
});

test("early signals are an authority's: it is told why there are none, and others are not told even that", async () => {
  for (const lang of ["es", "en"] as const) {
    const page = await ask(paths.signals(lang), convener);
    expect(page.status).toBe(200);
    expect(page.text).toContain(i18nOf(lang).t("releases:signals.none.nothing"));
  }
  expect((await ask(paths.releases("es"), convener)).text).toContain(paths.signals("es"));
  expect((await ask(paths.releases("es"), reader)).text).not.toContain(paths.signals("es"));
  const told = await ask(paths.api("/releases/signals"), convener);
  expect(JSON.parse(told.text)).toMatchObject({ compared: 0, falseDiscoveryRate: 0.05, items: [] });
  for (const asker of [reader, guild]) {
    expect((await ask(paths.signals("es"), asker)).status).toBe(403);
    expect((await ask(paths.api("/releases/signals"), asker)).status).toBe(403);
  }
  expect((await ask(paths.api("/releases/signals"), { headers: {} })).status).toBe(401);
});

test("of a round that fewer than five answered nothing is told, to anyone, anywhere", async () => {
  const authority = await asking(small.convener);
  const [house] = small.houses;
  if (!house) throw new Error("nobody was invited");
  for (const asker of [authority, await asking(house.officer), { headers: {} }]) {
    for (const path of [
      paths.release("es", silent),
      paths.releaseCsv(silent),
      paths.api(`/releases/${silent}`),
    ])
      expect((await ask(path, asker)).status, path).toBe(404);
    for (const path of [paths.releases("es"), paths.api("/releases")])
      expect((await ask(path, asker)).text).not.toContain(silent);
    const history = await ask(paths.redFlagHistory("es", small.number, 1), asker);
    expect(history.text).not.toContain(i18nOf("es").t("releases:part.title"));
  }
  const page = await ask(paths.round("es", silent), authority);
  expect(page.status).toBe(200);
  expect(page.text).not.toContain(paths.release("es", silent));
});
