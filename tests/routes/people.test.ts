import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "~/domain/members/viewer";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aMember, anOrganisation } from "../support/people";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

let world: World;
let site: Site;
let administrator: Member;
let analyst: Member;
let rival: Member;
let operator: Member;
let auditor: Member;
const cookies = new Map<string, string>();

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  const bank = await anOrganisation(world, { kind: "institution" });
  const house = await anOrganisation(world, { kind: "operator" });
  administrator = await aMember(world, { organisation: bank, roles: ["administrator"] });
  analyst = await aMember(world, { organisation: bank, roles: ["analyst"] });
  rival = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution" }),
    roles: ["administrator"],
  });
  operator = await aMember(world, { organisation: house, roles: ["operator"] });
  auditor = await aMember(world, { organisation: house, roles: ["auditor"] });
  for (const { memberId } of [administrator, analyst, rival, operator, auditor]) {
    cookies.set(memberId, (await aSession(world, { memberId })).cookie);
  }
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const cookieOf = (member: Member) => ({ Cookie: cookies.get(member.memberId) ?? "" });
const see = (member: Member, path: string) => site.ask(path, { headers: cookieOf(member) });
const send = (member: Member, path: string, fields: Record<string, string | string[]> = {}) => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one);
  return site.ask(path, { method: "POST", body, headers: { ...cookieOf(member), Origin: site.origin } });
};

describe.each(["es", "en"] as const)("the pages of people in %s", (lang) => {
  test("are the administrator's, and show colleagues alone", async () => {
    const page = await see(administrator, paths.people(lang));
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain(analyst.name);
    expect(text).not.toContain(rival.name);
    expect((await see(analyst, paths.people(lang))).status).toBe(403);
    expect((await see(rival, paths.personRoles(lang, analyst.memberId))).status).toBe(404);
    expect((await site.ask(paths.people(lang))).headers.get("location")).toContain(paths.signIn(lang));
  });

  test("open, each of them", async () => {
    for (const path of [
      paths.newInvitation(lang),
      paths.personRoles(lang, analyst.memberId),
      paths.personDeparture(lang, analyst.memberId),
      paths.me(lang),
      paths.myDeparture(lang),
    ])
      expect((await see(administrator, path)).status, path).toBe(200);
  });

  test("of the machine are the operator's, of the log the auditor's", async () => {
    expect((await see(operator, paths.operations(lang))).status).toBe(200);
    expect((await see(auditor, paths.audit(lang))).status).toBe(200);
    for (const other of [administrator, analyst, auditor])
      expect((await see(other, paths.operations(lang))).status).toBe(403);
    for (const other of [administrator, analyst, operator])
      expect((await see(other, paths.audit(lang))).status).toBe(403);
  });
});

describe("inviting on the page", () => {
  const wanted = { email: "nueva@banco.example", name: "Nueva", language: "es", "roles[]": ["analyst"] };

  test("lists the invitation, and tells a fault at its field with what was typed", async () => {
    expect((await send(administrator, paths.newInvitation("es"), wanted)).status).toBe(302);
    expect(await (await see(administrator, paths.people("es"))).text()).toContain(wanted.email);

    const again = await send(administrator, paths.newInvitation("es"), wanted);
    expect(again.status).toBe(422);
    const text = await again.text();
    expect(text).toContain("Esta persona ya tiene una invitación vigente");
    expect(text).toContain(`value="${wanted.email}"`);
    const strange = await send(administrator, paths.newInvitation("en"), {
      ...wanted,
      email: "ana@banсo.mx",
    });
    expect(await strange.text()).toContain("U+0441");
  });

  test("is refused to others, at any address of it", async () => {
    const [row] = await world.owner<{ id: string }[]>`select id from invitations limit 1`;
    const id = row?.id ?? "";
    expect((await send(analyst, paths.newInvitation("es"), wanted)).status).toBe(403);
    for (const act of ["sending", "withdrawal"] as const) {
      expect((await send(analyst, paths.invitationAct("es", id, act))).status).toBe(403);
      expect((await send(rival, paths.invitationAct("es", id, act))).status).toBe(404);
    }
    // Sent a moment ago: the page without scripts says so, and nothing else happened.
    const soon = await send(administrator, paths.invitationAct("es", id, "sending"));
    expect(soon.status).toBe(422);
    expect(await soon.text()).toContain(
      i18nOf("es").t("refused:invitation_just_sent", { seconds: 60 }).slice(0, 30),
    );
    expect((await send(administrator, paths.invitationAct("es", id, "withdrawal"))).status).toBe(302);
  });
});

test("inviting waits until the administrator confirms who they are, with all that was typed", async () => {
  const staleness = (minutes: number) =>
    world.owner`update sessions set confirmed_at = now() - make_interval(mins => ${minutes}) where member_id = ${rival.memberId}`;
  const wanted = {
    email: "otra@banco.example",
    name: "Otra",
    language: "en",
    "roles[]": ["analyst", "administrator"],
  };
  await staleness(11);
  const asked = await send(rival, paths.newInvitation("es"), wanted);
  expect(asked.status).toBe(403);
  const page = await asked.text();
  for (const typed of ["otra@banco.example", "Otra", "analyst", "administrator"])
    expect(page).toContain(typed);
  const count = async () =>
    (await world.owner`select id from invitations where email = ${wanted.email}`).length;
  expect(await count()).toBe(0);
  await staleness(9);
  expect((await send(rival, paths.newInvitation("es"), wanted)).status).toBe(302);
  expect(await count()).toBe(1);
});

describe("one's own page", () => {
  test("keeps what fits and gives back what does not, at its field", async () => {
    const fields = { name: "Ana Ruiz", language: "en", timeZone: "America/Tijuana" };
    expect((await send(analyst, paths.meForm("es"), fields)).headers.get("location")).toBe(
      paths.mySaved("es", "profile"),
    );
    const page = await (await see(analyst, paths.mySaved("es", "profile"))).text();
    expect(page).toContain("Sus cambios están guardados");
    expect(page).toContain('value="Ana Ruiz"');

    const wrong = await send(analyst, paths.meForm("es"), {
      ...fields,
      name: "",
      timeZone: "America/Macondo",
    });
    expect(wrong.status).toBe(422);
    const text = await wrong.text();
    expect(text).toContain("Escriba su nombre.");
    expect(text).toContain("Elija una zona horaria de la lista.");
  });

  test("leaves for good: the next request is a stranger's", async () => {
    expect((await send(analyst, paths.myDeparture("es"))).status).toBe(302);
    expect((await see(analyst, paths.me("es"))).headers.get("location")).toContain(paths.signIn("es"));
  });

  test("does not let the last administrator leave", async () => {
    const answer = await send(rival, paths.myDeparture("es"));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("última persona administradora");
  });
});

test("the mailbox of the demo is empty where nobody was loaded, and knows no other mail", async () => {
  const answer = await see(administrator, paths.demoMailboxJson());
  expect(await answer.json()).toEqual({ items: [] });
  for (const path of [paths.demoMail("x"), paths.demoMailPage("x")])
    expect((await see(administrator, path)).status, path).toBe(404);
});
