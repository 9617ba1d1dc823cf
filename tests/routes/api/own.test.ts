import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSession } from "~/domain/auth/start-session.server";
import type { Member } from "~/domain/members/viewer";
import { everyOperation } from "~/http/api/every-operation";
import { actsOfNoRole, operationOfAct, sentenceOfAct } from "../../support/acts";
import { aMember, anOrganisation } from "../../support/people";
import { aProgram, aToken, type Program } from "../../support/program";
import { aSite, type Site } from "../../support/site";
import { type Officers, someFacts, someOfficers } from "../../support/vetting";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let site: Site;
let officers: Officers;
let me: Member;
let colleague: Member;
let program: Program;
let officer: Program;
beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  officers = await someOfficers(world);
  const organisation = await anOrganisation(world, { kind: "institution" });
  await world.owner`update organisations set vetted_until = current_date + 30 where id = ${organisation.id}`;
  me = await aMember(world, { organisation, roles: ["administrator"], name: "Inés Robledo" });
  colleague = await aMember(world, { organisation, roles: ["analyst"] });
  program = await aProgram(world, site, me);
  officer = await aProgram(world, site, officers.first);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const answerOf = (name: string, json: unknown) =>
  everyOperation.find((one) => one.name === name)?.answer.parse(json);
const aSession = ({ memberId }: Member) =>
  startSession(world.db, {
    memberId,
    confirmedAt: null,
    secure: false,
    idleMinutes: 60,
    hours: 1,
    device: "Firefox, Linux",
    deviceHash: null,
  });

/** What no program can do, and why. */
const inBrowsersAlone: Record<string, string> = {
  "answers/noteAtSheet": "it says who has a page open",
  "auth/addPasskey": "a way in is made where its owner is seen",
  "auth/confirmIdentity": "a token was confirmed when it was made",
  "auth/namePasskey": "beside the device that it names",
  "auth/removePasskey": "a token never changes how a person signs in",
  "auth/removePassword": "a token never changes how a person signs in",
  "auth/setPassword": "a token never changes how a person signs in",
  "auth/renewRecoveryCodes": "a token never changes how a person signs in",
  "auth/makeCalendarAddress": "a token must not make secrets that outlive it",
  "auth/makeFeedAddress": "a token must not make secrets that outlive it",
  "auth/revokeCalendarAddress": "listed and revoked where they are made",
  "auth/revokeFeedAddress": "listed and revoked where they are made",
  "auth/makeToken": "a token must not make tokens",
  "digests/cancelDigestRun": "whoever steers the machine sees how it stands",
  "digests/pauseDigestRun": "whoever steers the machine sees how it stands",
  "digests/resumeDigestRun": "whoever steers the machine sees how it stands",
  "digests/retryDeadLetter": "whoever steers the machine sees how it stands",
  "digests/setDeadLetterAside": "whoever steers the machine sees how it stands",
  "drafts/notePresence": "it says who has a page open",
  "floor/notePresence": "it says who has a page open",
};

test("every act that a person does is done by a program too, or it says why not", () => {
  const operations = everyOperation.map(({ name }) => name);
  const personal = Object.entries(actsOfNoRole)
    .filter(([, who]) => who.endsWith("for themselves alone") && !who.includes("invitation"))
    .map(([act]) => act);
  const acts = [...Object.keys(sentenceOfAct), ...personal].map((act) => act.split(" ")[0] ?? "");
  const missing = [...new Set(acts)].filter(
    (act) => !(act in inBrowsersAlone) && !operations.includes(operationOfAct(act)),
  );
  expect(missing).toEqual([]);
  expect(Object.keys(inBrowsersAlone).filter((act) => !acts.includes(act))).toEqual([]);
});

describe("what is a member's own", () => {
  test("is read and changed: name, language, zone and notices", async () => {
    expect(answerOf("findOwnProfile", (await program("GET", "/me")).json)).toMatchObject({
      id: me.memberId,
      name: "Inés Robledo",
      organisation: { shortName: me.organisation },
    });
    const changed = await program("PATCH", "/me", { json: { timeZone: "America/Tijuana" } });
    expect(changed).toMatchObject({ status: 200, json: { changed: ["timeZone"] } });
    expect((await program("GET", "/me")).json).toMatchObject({
      name: "Inés Robledo",
      timeZone: "America/Tijuana",
    });
    expect((await program("PATCH", "/me", { json: { timeZone: "America/Macondo" } })).json.type).toBe(
      "/problems/time_zone_unknown",
    );

    const none = { choices: [], typologies: [], authorities: [], corridors: [], quietLine: false };
    const chosen = { ...none, choices: [{ kind: "vetting-ending", choice: "daily" }], corridors: ["CN>MX"] };
    expect((await program("PUT", "/me/notices", { json: chosen })).status).toBe(204);
    const listed = await program("GET", "/me/notices");
    expect(answerOf("findNoticeSettings", listed.json)).toMatchObject({
      corridors: ["CN>MX"],
      choices: expect.arrayContaining([
        { kind: "vetting-ending", choice: "daily" },
        { kind: "invitation-accepted", choice: "at-once" },
      ]),
    });
    const touching = await program("PUT", "/me/notices", {
      json: { ...none, choices: [{ kind: "sign-in-changed", choice: "never" }] },
    });
    expect(touching).toMatchObject({ status: 422, json: { errors: [{ pointer: "/choices/0/kind" }] } });
  });

  test("sessions are listed and ended, one and all, and nobody else's", async () => {
    for (const who of [me, me, colleague]) await aSession(who);
    const listed = await program("GET", "/me/sessions");
    const { items } = answerOf("listOwnSessions", listed.json) as { items: { id: string }[] };
    expect(items).toHaveLength(2);
    const [theirs] = await world.owner<
      { id: string }[]
    >`select id from sessions where member_id = ${colleague.memberId}`;
    expect((await program("DELETE", `/me/sessions/${theirs?.id}`)).status).toBe(404);
    expect((await program("DELETE", `/me/sessions/${items[0]?.id}`)).status).toBe(204);
    expect((await program("DELETE", "/me/sessions")).json).toEqual({ sessions: 1 });
    expect(await world.owner`select id from sessions`).toHaveLength(1);
  });

  test("tokens are listed without their secret and revoked, the one that asks as well", async () => {
    const spare = await aToken(world, me, undefined, ["read"]);
    const listed = await program("GET", "/me/tokens");
    const { items } = answerOf("listOwnTokens", listed.json) as { items: { id: string; scopes: string[] }[] };
    expect(listed.text).not.toContain(spare);
    expect(items).toHaveLength(2);
    const [theirs] = await world.owner<{ id: string }[]>`
      select id from api_tokens where member_id = ${officers.first.memberId}`;
    expect((await program("DELETE", `/me/tokens/${theirs?.id}`)).status).toBe(404);
    const read = items.find(({ scopes }) => scopes.length === 1);
    expect((await program("DELETE", `/me/tokens/${read?.id}`)).status).toBe(204);
    const refused = await site.ask("/api/v1/me", { headers: { Authorization: `Bearer ${spare}` } });
    expect(refused.status).toBe(401);
    const other = await aMember(world);
    const theirProgram = await aProgram(world, site, other);
    await aToken(world, other);
    expect((await theirProgram("DELETE", "/me/tokens")).json).toEqual({ tokens: 2 });
    expect((await theirProgram("GET", "/me")).status).toBe(401);
    expect((await program("GET", "/me")).status).toBe(200);
  });

  test("is not touched by a token that may only read", async () => {
    const token = await aToken(world, me, undefined, ["read"]);
    const ask = (method: string, path: string) =>
      site.ask(`/api/v1${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        ...(method === "GET" || method === "DELETE" ? {} : { body: "{}" }),
      });
    expect((await ask("GET", "/me")).status).toBe(200);
    for (const [method, path] of [
      ["PATCH", "/me"],
      ["PUT", "/me/notices"],
      ["DELETE", "/me/sessions"],
      ["PUT", "/application"],
    ] as const)
      expect((await ask(method, path)).status, path).toBe(403);
  });
});

describe("an organisation by the API", () => {
  const wanted = {
    kind: "institution",
    shortName: "Alcaraván",
    nameEs: "Banco Alcaraván, S.A.",
    nameEn: "Alcaravan Bank",
    contact: "Inés Robledo",
    email: "ines@alcaravan.example",
    language: "es",
  };

  test("is invited, its link sent again and withdrawn, another contact asked", async () => {
    const made = await officer("POST", "/organisations", { json: wanted });
    expect(made.status).toBe(201);
    const { id, invitation } = answerOf("inviteOrganisation", made.json) as {
      id: string;
      invitation: string;
    };
    expect((await officer("GET", `/organisations/${id}`)).json.invitation).toMatchObject({
      id: invitation,
      email: wanted.email,
    });
    expect((await officer("POST", `/invitations/${invitation}/sending`)).json.type).toBe(
      "/problems/invitation_just_sent",
    );
    expect((await program("DELETE", `/invitations/${invitation}`)).status).toBe(404);
    expect((await officer("DELETE", `/invitations/${invitation}`)).status).toBe(204);
    const contact = { contact: "Luis", email: "luis@alcaravan.example", language: "en" };
    expect((await program("POST", `/organisations/${id}/invitation`, { json: contact })).status).toBe(403);
    expect((await officer("POST", `/organisations/${id}/invitation`, { json: contact })).status).toBe(201);
    expect(await officer("POST", "/organisations", { json: { ...wanted, nameEn: " " } })).toMatchObject({
      status: 422,
      json: { errors: [{ pointer: "/nameEn", reason: "organisation_name_missing" }] },
    });
    expect((await program("POST", "/organisations", { json: wanted })).status).toBe(403);
  });

  test("asks for its renewal, with each fault told at its place", async () => {
    const own = await program("GET", "/application");
    expect(answerOf("findOwnApplication", own.json)).toMatchObject({
      vetting: "vetted",
      mayAsk: true,
      last: null,
    });
    const wrong = { ...someFacts, lei: "DEMO00BRAVO000000147", bic: "ZBRVXXM0" };
    const refused = await program("PUT", "/application", { json: wrong });
    expect(refused).toMatchObject({ status: 422, json: { type: "/problems/does_not_fit" } });
    expect(refused.json.errors).toMatchObject([
      { pointer: "/lei", reason: "lei_wrong" },
      { pointer: "/bic", reason: "bic_wrong" },
    ]);
    expect((await program("PUT", "/application", { json: someFacts })).status).toBe(200);
    expect((await program("GET", "/application")).json).toMatchObject({
      facts: { lei: someFacts.lei },
      last: { outcome: null },
    });
  });

  test("is vetted for as long as its authority's administrator says", async () => {
    const administrator = await aProgram(world, site, officers.administrator);
    expect(answerOf("findVettingPeriod", (await officer("GET", "/vetting-period")).json)).toEqual({
      months: 12,
      since: null,
    });
    expect((await officer("PUT", "/vetting-period", { json: { months: 6 } })).status).toBe(403);
    expect((await administrator("PUT", "/vetting-period", { json: { months: 99 } })).status).toBe(422);
    expect((await administrator("PUT", "/vetting-period", { json: { months: 6 } })).json).toEqual({
      months: 6,
    });
    expect((await officer("GET", "/vetting-period")).json.months).toBe(6);
  });
});
