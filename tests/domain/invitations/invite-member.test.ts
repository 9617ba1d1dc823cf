import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import type { Member, Viewer } from "~/domain/members/viewer";
import { anonymous } from "~/domain/members/viewer";
import { asViewer } from "~db/client.server";
import { at, later, reasonOf } from "../../support/desk";
import { aMember, anOrganisation } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let administrator: Member;
let analyst: Member;
let rival: Member;
let authorityAdministrator: Member;
beforeAll(async () => {
  world = await freshDatabase();
  const bank = await anOrganisation(world, { kind: "institution" });
  administrator = await aMember(world, { organisation: bank, roles: ["administrator"] });
  analyst = await aMember(world, { organisation: bank, roles: ["analyst", "compliance-officer"] });
  rival = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution" }),
    roles: ["administrator"],
  });
  authorityAdministrator = await aMember(world, { roles: ["administrator"] });
});
afterAll(() => world.close());

const key = new Uint8Array(32).fill(7);
const invite = (given: Partial<Parameters<typeof inviteMember>[1]> = {}) =>
  inviteMember(world.db, {
    email: "alguien@banco.example",
    name: null,
    language: "en",
    roles: ["analyst"],
    by: administrator,
    at,
    key,
    ...given,
  });

describe("inviting", () => {
  test("is for administrators, with roles that their organisation has", async () => {
    expect(reasonOf(await invite({ by: analyst, email: "uno@banco.example" }))).toBe("not_allowed");
    expect(reasonOf(await invite({ by: anonymous }))).toBe("not_allowed");
    expect(reasonOf(await invite({ roles: [] }))).toBe("role_missing");
    expect(reasonOf(await invite({ roles: ["publisher"] }))).toBe("role_unknown");
    expect(reasonOf(await invite({ roles: ["analyst", "king"] }))).toBe("role_unknown");
    const wanted = { by: authorityAdministrator, email: "dos@banco.example" };
    expect(reasonOf(await invite({ ...wanted, roles: ["translator"] }))).toBe("role_unknown");
    expect(reasonOf(await invite({ ...wanted, roles: ["translator:es", "officer"] }))).toBe("done");
  });

  test("queues one mail, in the invitee's language, by the id alone", async () => {
    expect(reasonOf(await invite({ email: " Tres@Banco.Example " }))).toBe("done");
    const queued = await world.owner`select * from notices where address = 'tres@banco.example'`;
    expect(queued).toMatchObject([
      { kind: "member-invited", language: "en", state: "queued", member_id: null },
    ]);
    expect(Object.keys(queued[0]?.about ?? {}).sort()).toEqual(["generation", "invitationId"]);
  });

  test("someone who is in, or invited already, is told to the administrator", async () => {
    const [own] = await world.owner<
      { email: string }[]
    >`select email from members where id = ${analyst.memberId}`;
    expect(reasonOf(await invite({ email: own?.email.toUpperCase() ?? "" }))).toBe("already_a_member");
    expect(reasonOf(await invite({ email: "cuatro@banco.example" }))).toBe("done");
    expect(reasonOf(await invite({ email: "cuatro@banco.example" }))).toBe("already_invited");
  });

  test("again is possible once the first invitation has run out", async () => {
    expect(reasonOf(await invite({ email: "cinco@banco.example" }))).toBe("done");
    expect(reasonOf(await invite({ email: "cinco@banco.example", at: later(8 * 24 * 60) }))).toBe("done");
  });

  test("someone of another organisation answers as inviting a stranger does", async () => {
    const [other] = await world.owner<
      { email: string }[]
    >`select email from members where id = ${rival.memberId}`;
    const [known, unknown] = [
      await invite({ email: other?.email ?? "" }),
      await invite({ email: "seis@banco.example" }),
    ];
    expect(reasonOf(known)).toBe("done");
    expect(Object.keys(known.ok ? known.value : {})).toEqual(Object.keys(unknown.ok ? unknown.value : {}));
  });

  test.each([
    ["pedro@banсo.mx", "address_foreign_sign"],
    ["реdro@banco.mx", "address_foreign_sign"],
    ["pedro@xn--bano-55d.mx", "address_foreign_sign"],
    ["pedro@ban\u200bco.mx", "address_hidden_sign"],
    ["pedro\u202e@banco.mx", "address_hidden_sign"],
    ["pedrο@banco.mx", "address_foreign_sign"],
    ["pedro", "address_malformed"],
    ["@banco.mx", "address_malformed"],
    ["pedro@", "address_malformed"],
    ["pedro@banco", "address_malformed"],
    ["pedro@banco..mx", "address_malformed"],
    ["pe dro@banco.mx", "address_hidden_sign"],
    ["pedro@banco.mx\r\nBcc: x@y.mx", "address_hidden_sign"],
    ["", "address_malformed"],
    [`${"a".repeat(300)}@banco.mx`, "address_malformed"],
    [`${"a".repeat(65)}@banco.mx`, "address_mailbox_long"],
    [`${"b".repeat(64)}@banco.mx`, "done"],
    ["pedro@peña.mx", "done"],
    ["p.d'o+ribera@banco.mx", "done"],
    ["ｐｅｄｒｏ@banco.mx", "done"],
  ])("to %j is answered %s", async (email, answer) => {
    expect(reasonOf(await invite({ email }))).toBe(answer);
  });

  test("writes the same address in one way", async () => {
    expect(reasonOf(await invite({ email: "Ana@PEÑA.mx" }))).toBe("done");
    expect(reasonOf(await invite({ email: "ana@xn--pea-8ma.mx" }))).toBe("already_invited");
  });
});

describe("the wall around invitations", () => {
  const listed = (viewer: Viewer) =>
    asViewer(world.db, viewer, async (tx) => [
      ...(await tx.execute<{ organisation_id: string }>(sql`select organisation_id, email from invitations`)),
    ]);

  test("shows them to the administrators of the organisation alone", async () => {
    await invite({ email: "siete@banco.example" });
    expect(await listed(analyst)).toEqual([]);
    expect(await listed(anonymous)).toEqual([]);
    expect(await listed(rival)).toEqual([]);
    const own = await listed(administrator);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ organisation_id }) => organisation_id === administrator.organisationId)).toBe(true);
  });

  test("lets nobody read the hash of a link, nor the outbox", async () => {
    for (const query of [sql`select token_hash from invitations`, sql`select * from notices`]) {
      const answer = asViewer(world.db, administrator, (tx) => tx.execute(query));
      await expect(answer).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });

  test("lets nobody invite into another organisation or in another's name", async () => {
    const insert = (by: Viewer, organisation: string, inviter: string) =>
      asViewer(world.db, by, (tx) =>
        tx.execute(sql`
          insert into invitations (id, kind, organisation_id, email, language, roles, invited_by, invited_at, token_hash, sent_at, expires_at)
          values (gen_random_uuid(), 'member', ${organisation}::uuid, 'x@y.mx', 'es', '[]', ${inviter}::uuid, now(), '\\x00', now(), now())`),
      );
    const denied = { cause: { code: "42501" } };
    await expect(insert(rival, administrator.organisationId, rival.memberId)).rejects.toMatchObject(denied);
    await expect(insert(rival, rival.organisationId, administrator.memberId)).rejects.toMatchObject(denied);
    await expect(insert(analyst, analyst.organisationId, analyst.memberId)).rejects.toMatchObject(denied);
  });
});
