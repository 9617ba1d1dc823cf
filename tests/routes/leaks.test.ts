import { randomBytes } from "node:crypto";
import { basename } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { findStanding } from "~/domain/auth/find-standing.server";
import { makeCalendarAddress } from "~/domain/auth/make-calendar-address.server";
import { scopes } from "~/domain/auth/scope";
import { clearAgenda } from "~/domain/roundtables/clear-agenda.server";
import { conveneRoundtable } from "~/domain/roundtables/convene-roundtable.server";
import { givePart } from "~/domain/roundtables/give-part.server";
import { inviteToRoundtable } from "~/domain/roundtables/invite-to-roundtable.server";
import { proposeRoundtable } from "~/domain/roundtables/propose-roundtable.server";
import { proposeMeasure } from "~/domain/vetting/propose-measure.server";
import { everyOperation } from "~/http/api/every-operation";
import type { Method } from "~/http/api/operation";
import { secretKeys } from "~/http/secret-keys.server";
import { paths } from "~/paths";
import { organisationIdOf } from "~db/demo/organisations";
import { demoPeople } from "~db/demo/people";
import { demoRoundId } from "~db/demo/rounds/demo-rounds";
import { demoDatabase } from "../support/demo";
import { value } from "../support/desk";
import { aToken } from "../support/program";
import { anAgenda, aPlace, someTimes } from "../support/roundtables";
import { aSession } from "../support/session";
import { aSiteOf } from "../support/site";
import { aWorld } from "../support/world";

// Over the demo, where everything that is protected stands: all addresses of the application, asked by who may not know of it.

const world = aWorld(demoDatabase);
const site = aSiteOf(world);
const routes = Object.keys(import.meta.glob("../../app/routes/*"));

const amber = "FIN-2026-A016";
const none = "FIN-2026-A999";
const nowhere = "6f1c2a34-0000-4000-8000-00000000ffff";
const revokedOne = "rio-grande-bank-officer";

const uif = organisationIdOf("uif");

const personaOf = (key: string) => {
  const persona = demoPeople.find((one) => one.key === key);
  if (!persona) throw new Error(`nobody is ${key}`);
  return persona;
};
const memberOf = async (key: string) => {
  const memberId = personaOf(key).id;
  const { sessionId, cookie } = await aSession(world, { memberId });
  const member = await findStanding(world.db, { memberId, sessionId });
  if (!member) throw new Error(`${key} is out`);
  return { member, cookie };
};

type Asker = { headers: Record<string, string>; bearer: string };
/** With a cookie and a token that never were any: caches keep what is asked without, and say so. */
const nobody: Asker = {
  headers: { Cookie: "ribera_session=abcdefghijklmnopqrstuvwxyz" },
  bearer: randomBytes(32).toString("base64url"),
};
async function asking(key: string): Promise<Asker> {
  const { member, cookie } = await memberOf(key);
  return { headers: { Cookie: cookie }, bearer: await aToken(world, member, undefined, scopes) };
}

/** What stands for each subject's id: one that is there, and that those who ask below may not know of. */
const there: Record<string, string> = {};
beforeAll(async () => {
  const one = async (rows: PromiseLike<{ id: string }[]>) => (await rows)[0]?.id ?? "";
  Object.assign(there, {
    desk: await one(world.owner`
      select d.id from drafts d join advisories a on a.id = d.advisory_id where a.number = 'CNBV-2026-AL-005'`),
    rounds: demoRoundId("precursors-planned"),
    releases: await one(world.owner`select round_id as id from releases where tlp <> 'CLEAR' limit 1`),
    // Of an authority that neither of those below is of.
    questions: await one(world.owner`
      select q.id from questions q join question_askers k on k.question_id = q.id join advisories a on a.id = q.advisory_id
      where not ${uif}::uuid = any(a.authorities) limit 1`),
    themes: await one(world.owner`select id from themes where round_id = ${demoRoundId("networks-second")}`),
    replies: await one(
      world.owner`select id from replies where round_id = ${demoRoundId("networks-second")}`,
    ),
    organisations: personaOf("gulf-plains-bank-officer").organisationId,
    people: personaOf("gulf-plains-bank-analyst").id,
    members: personaOf("gulf-plains-bank-analyst").id,
    number: amber,
  });
  there.roundtables = await aConvenedRoundtable();
  for (const [name, id] of Object.entries(there)) expect(id, name).not.toBe("");
});

/** Of FinCEN, to which the institution that is revoked below is invited; made by the programs of who is in it. */
async function aConvenedRoundtable() {
  const keys = await secretKeys();
  const at = new Date();
  const { member: by } = await memberOf("fincen-convener");
  const given = { agenda: anAgenda(), place: aPlace, times: someTimes, chairs: [], keys, at };
  const { id: roundtableId } = value(await proposeRoundtable(world.db, { ...given, by }));
  for (const [key, kind] of [
    ["fincen-legal", "legal"],
    ["fincen-officer", "competition"],
  ] as const) {
    const { member } = await memberOf(key);
    const { memberId } = member;
    value(await givePart(world.db, { roundtableId, memberId, part: "clearer", keys, by, at }));
    value(await clearAgenda(world.db, { roundtableId, kind, revision: 1, note: "", keys, by: member, at }));
  }
  const { organisationId } = personaOf(revokedOne);
  value(await inviteToRoundtable(world.db, { roundtableId, organisationId, seats: 1, keys, by, at }));
  value(await conveneRoundtable(world.db, { roundtableId, revision: 1, keys, by, at }));
  return roundtableId;
}

/** Each route's address in Spanish, with what is there in its places, and with what is nowhere. */
const places = () =>
  routes.map((file) => {
    const parts = basename(file)
      .replace(/\.tsx?$/, "")
      .replaceAll("[.]", "\u0001")
      .split(".")
      .filter((part) => !part.startsWith("_"))
      .map((part) => part.replace(/_$/, "").replaceAll("\u0001", "."));
    const fill = (isThere: boolean) => {
      const subject = parts.find((part) => part in there) ?? "";
      const given: Record<string, string> = {
        $lang: "es",
        $number: isThere ? amber : none,
        $home: isThere ? amber : none,
        $id: isThere ? (there[subject] ?? nowhere) : nowhere,
        $flag: `${amber}#RF-01`,
        $n: "1",
        $range: "1...1",
        $token: "abc",
        $document: `${subject === "releases" ? (isThere ? there.releases : nowhere) : isThere ? amber : none}.csv`,
        $name: "a.pdf",
        $place: "row-1",
        $code: "nothing",
      };
      if (parts.includes("$id") && parts.includes("red-flags") && parts.includes("adoption"))
        given.$id = `${isThere ? amber : none}#RF-01`;
      return `/${parts.map((part) => (part === "$" ? "x" : part.startsWith("$") ? encodeURIComponent(given[part] ?? nowhere) : part)).join("/")}`;
    };
    return { there: fill(true), nowhere: fill(false), isPage: file.endsWith(".tsx") };
  });

/** What is new in every answer, and of what it speaks, left out. */
const masked = (text: string, about: string[]) =>
  about
    .flatMap((one) => [one, encodeURIComponent(one)])
    .reduce((said, one) => said.replaceAll(one, "IT"), text)
    .replaceAll(
      /\s*nonce="[^"]*"|"nonce":"[^"]*"|\b[0-9a-f]{10}-[0-9a-z]+\b|DTSTAMP:\w+|"challenge":"[^"]*"/g,
      "",
    );

async function answered(path: string, init: RequestInit, about: string[] = []) {
  const answer = await site.ask(path, init);
  const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
  if (isStream) await answer.body?.cancel();
  const headers = [...answer.headers].filter(
    ([name]) =>
      !["x-request-id", "date", "content-security-policy", "content-length", "etag", "set-cookie"].includes(
        name,
      ),
  );
  return {
    status: answer.status,
    headers: masked(JSON.stringify(headers), about),
    text: isStream ? "a stream" : masked(await answer.text(), about),
  };
}

const get = ({ headers }: Asker) => ({ headers: { "Accept-Language": "es", ...headers } });
const post = ({ headers }: Asker) => ({
  method: "POST",
  headers: { "Accept-Language": "es", Origin: site.origin, ...headers },
  body: new URLSearchParams({ name: "x", reason: "x" }),
});
const asProgram = ({ bearer }: Asker, method: Method) => ({
  method,
  headers: {
    "Accept-Language": "es",
    Authorization: `Bearer ${bearer}`,
    ...(method === "GET" ? {} : { "Content-Type": "application/json", "If-Match": '"r1"' }),
  },
  ...(method === "GET" ? {} : { body: "{}" }),
});

/** The address of an operation, with what is there in its places. */
const operationPath = (path: string, isThere = true) => {
  const subject = path.split("/")[1] ?? "";
  return paths.api(
    `/${path
      .slice(1)
      .replaceAll("{number}", isThere ? amber : none)
      .replaceAll("{home}", isThere ? amber : none)
      .replaceAll("{id}", isThere ? (there[subject] ?? nowhere) : nowhere)
      .replaceAll("{n}", "1")
      .replaceAll("{range}", "1...1")
      .replaceAll(/\{\w+\}/g, nowhere)}`,
  );
};

const about = () => [...Object.values(there), amber, none, nowhere];

/** Lists narrowed by a thing that is there, and by one that is nowhere. */
const narrowedBy = (isThere: boolean) => {
  const number = isThere ? amber : none;
  const redFlag = `${number}#RF-01`;
  return {
    pages: [
      paths.search("es", number),
      ...[{ issuer: "FinCEN" }, { type: "alert" }, { year: "2026" }, { status: "published" }].map((facet) =>
        paths.advisories("es", { q: number, ...facet }),
      ),
      paths.questions("es", { advisory: number }),
      paths.questions("es", { redFlag }),
      paths.releases("es", { advisory: number }),
      paths.releases("es", { redFlag }),
      paths.receipts("es", isThere ? there.rounds : nowhere),
    ],
    operations: [
      paths.api(`/advisories?q=${number}`),
      paths.api(`/red-flags?q=${encodeURIComponent(redFlag)}`),
      paths.api(`/questions?advisory=${number}`),
      paths.api(`/questions?redFlag=${encodeURIComponent(redFlag)}`),
      paths.api(`/releases?advisory=${number}`),
      paths.api(`/releases?redFlag=${encodeURIComponent(redFlag)}`),
    ],
  };
};
const pairsOf = (one: string[], other: string[]) =>
  one.map((path, n): [string, string] => [path, other[n] ?? ""]);
const pageData = (path: string) => path.replace(/(?=\?|$)/, ".data");

test.each([
  { as: "outsider", knows: "nothing" },
  // An officer reads of each organisation.
  { as: "uif-officer", knows: "organisations" },
])(
  "$as is told of nothing that it is there, by no page, act, download, stream or operation",
  async ({ as, knows }) => {
    const asker = await asking(as);
    const asked = [
      ...places().flatMap((place): [string, string, RequestInit][] => [
        // What the page is made of, without its making, which is the same for both.
        [`${place.there}.data`, `${place.nowhere}.data`, get(asker)],
        [place.there, place.nowhere, post(asker)],
      ]),
      ...everyOperation.map(({ method, path }): [string, string, RequestInit] => [
        operationPath(path),
        operationPath(path, false),
        asProgram(asker, method),
      ]),
      ...pairsOf(narrowedBy(true).pages, narrowedBy(false).pages).map(
        ([one, other]): [string, string, RequestInit] => [pageData(one), pageData(other), get(asker)],
      ),
      ...pairsOf(narrowedBy(true).operations, narrowedBy(false).operations).map(
        ([one, other]): [string, string, RequestInit] => [one, other, asProgram(asker, "GET")],
      ),
    ].filter(([one, other]) => one !== other && !one.includes(`/${knows}/`));
    expect(asked.length).toBeGreaterThan(150);
    for (const [one, other, init] of asked)
      expect({ one, method: init.method, answer: await answered(one, init, about()) }).toEqual({
        one,
        method: init.method,
        answer: await answered(other, init, about()),
      });
  },
  240_000,
);

test("a search by its very words, a suggestion like it and the counts of facets find it for who may read it alone", async () => {
  const [words] = await world.owner<{ title: string; flag: string }[]>`
    select v.envelope #>> '{title,en}' as title, f.content #>> '{text,en}' as flag
    from advisory_versions v join advisories a on a.id = v.advisory_id
    join version_red_flags f on f.version_id = v.id
    where a.number = ${amber} and v.n = a.current_version limit 1`;
  const { title = "", flag = "" } = words ?? {};
  const found = async (asker: Asker) => {
    const ask = async (path: string) => (await site.ask(path, asProgram(asker, "GET"))).text();
    const said = [
      await ask(paths.api(`/advisories?q=${encodeURIComponent(`"${title}"`)}`)),
      await ask(paths.api(`/red-flags?language=en&q=${encodeURIComponent(flag)}`)),
      await (await site.ask(paths.search("en", `"${title}"`), get(asker))).text(),
    ];
    return said.map((one) => one.includes(amber));
  };
  expect(await found(await asking("fincen-analyst"))).toEqual([true, true, true]);
  const outsider = await asking("outsider");
  expect(await found(outsider)).toEqual([false, false, false]);
  expect(await found(await asking("uif-officer"))).toEqual([false, false, false]);

  const list = async (path: string) => (await site.ask(path, get(outsider))).text();
  const facets = [
    ...(await list(paths.advisories("en"))).matchAll(
      /<a[^>]* href="(\/en\/advisories\?[^"]+)"[^>]*>[^<]*<\/a> <span class="facet-count">(\d+)</g,
    ),
  ];
  expect(facets.length).toBeGreaterThan(10);
  for (const [, path = "", promised] of facets) {
    const narrowed = await list(path.replaceAll("&amp;", "&"));
    const shown = narrowed.match(/class="results-count"[^>]*>\D*(\d+)/)?.[1];
    expect([path, shown]).toEqual([path, promised]);
    expect(narrowed).not.toContain(amber);
  }
});

/** How the asker is answered at every address of the application. */
async function everythingTo(asker: Asker) {
  const seen: Record<string, unknown> = {};
  for (const { there: path, isPage } of places()) {
    // What the page is made of: its making is the same for everyone.
    const read = isPage ? pageData(path) : path;
    const [got, posted] = await Promise.all([
      answered(read, get(asker), about()),
      answered(path, post(asker), about()),
    ]);
    seen[`GET ${read}`] = got;
    seen[`POST ${path}`] = posted;
  }
  for (const { method, path } of everyOperation)
    seen[`${method} ${path}`] = await answered(operationPath(path), asProgram(asker, method), about());
  return seen;
}

test("a member whose organisation was revoked is answered like nobody, at every address", async () => {
  const { member } = await memberOf(revokedOne);
  const once = await asking(revokedOne);
  const made = await makeCalendarAddress(world.db, {
    by: member,
    name: "x",
    secret: randomBytes(32),
    at: new Date(),
  });
  const calendar = paths.calendar(value(made).token);
  const open = async () => [
    (await site.ask(paths.advisory("es", amber), get(once))).status,
    (await site.ask(paths.api(`/advisories/${amber}`), asProgram(once, "GET"))).status,
    (await site.ask(calendar)).status,
  ];
  expect(await open()).toEqual([200, 200, 200]);

  const { member: by } = await memberOf("fincen-officer");
  value(
    await proposeMeasure(world.db, {
      organisationId: member.organisationId,
      kind: "revocation",
      emergency: true,
      reason: "A proven leak of what was said in confidence.",
      by,
      at: new Date(),
    }),
  );
  expect(await open()).toEqual([404, 401, 404]);
  const unheardOf = await everythingTo(nobody);
  for (const [address, answer] of Object.entries(await everythingTo(once)))
    expect({ address, answer }).toEqual({ address, answer: unheardOf[address] });
  const unknown = paths.calendar(randomBytes(32).toString("base64url"));
  expect(await answered(calendar, {}, [calendar])).toEqual(await answered(unknown, {}, [unknown]));
}, 240_000);
