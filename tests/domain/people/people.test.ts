import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { findInvitationByToken, listInvitations } from "~/domain/invitations/invitations.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import { resendInvitation } from "~/domain/invitations/resend-invitation.server";
import { withdrawInvitation } from "~/domain/invitations/withdraw-invitation.server";
import { anonymous, type Member, type Viewer } from "~/domain/members/viewer";
import { changeProfile } from "~/domain/people/change-profile.server";
import { changeRoles } from "~/domain/people/change-roles.server";
import { chooseNotices } from "~/domain/people/choose-notices.server";
import { endMembership } from "~/domain/people/end-membership.server";
import { findNoticeSettings } from "~/domain/people/notice-choices.server";
import { findOwnCard, findPerson, listPeople } from "~/domain/people/people.server";
import { asViewer } from "~db/client.server";
import { at, later, reasonOf, value } from "../../support/desk";
import { choices } from "../../support/digests";
import { aMember, anOrganisation } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let rival: Member;
beforeAll(async () => {
  world = await freshDatabase();
  rival = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution" }),
    roles: ["administrator"],
  });
});
afterAll(() => world.close());

const key = new Uint8Array(32).fill(7);

async function aBank() {
  const organisation = await anOrganisation(world, { kind: "institution" });
  const one = (roles: Parameters<typeof aMember>[1] & object) => aMember(world, { organisation, ...roles });
  return {
    organisation,
    administrator: await one({ roles: ["administrator"] }),
    analyst: await one({ roles: ["analyst"] }),
    officer: await one({ roles: ["compliance-officer"] }),
  };
}
const rolesOf = async ({ memberId }: Member) =>
  (await world.owner`select role from member_roles where member_id = ${memberId} order by 1`).map(
    ({ role }) => role,
  );
const change = (by: Viewer, { memberId }: Member, roles: string[]) =>
  changeRoles(world.db, { memberId, roles, by, at });
const end = (by: Viewer, { memberId }: Member) => endMembership(world.db, { memberId, by, at });
const eventsOf = async ({ memberId }: Member) =>
  await world.owner`select action, member_id from audit_events where subject_id = ${memberId} order by seq`;

describe("roles", () => {
  test("are given by an administrator to colleagues, and told to them", async () => {
    const { administrator, analyst } = await aBank();
    expect(reasonOf(await change(administrator, analyst, ["analyst", "compliance-officer"]))).toBe("done");
    expect(await rolesOf(analyst)).toEqual(["analyst", "compliance-officer"]);
    expect(await eventsOf(analyst)).toMatchObject([
      { action: "member.roles-changed", member_id: administrator.memberId },
    ]);
    const told = await world.owner`select kind from notices where member_id = ${analyst.memberId}`;
    expect(told).toMatchObject([{ kind: "roles-changed" }]);
  });

  test("are nobody else's to give, and only those that there are", async () => {
    const { administrator, analyst, officer } = await aBank();
    expect(reasonOf(await change(analyst, analyst, ["administrator"]))).toBe("not_allowed");
    expect(reasonOf(await change(officer, analyst, ["administrator"]))).toBe("not_allowed");
    expect(reasonOf(await change(anonymous, analyst, ["administrator"]))).toBe("not_allowed");
    expect(reasonOf(await change(rival, analyst, ["administrator"]))).toBe("not_found");
    expect(reasonOf(await change(administrator, rival, ["analyst"]))).toBe("not_found");
    expect(reasonOf(await change(administrator, analyst, ["publisher"]))).toBe("role_unknown");
    expect(reasonOf(await change(administrator, analyst, []))).toBe("role_missing");
    expect(await rolesOf(analyst)).toEqual(["analyst"]);
  });

  test("leave an organisation with an administrator", async () => {
    const { administrator, analyst } = await aBank();
    expect(reasonOf(await change(administrator, administrator, ["analyst"]))).toBe("last_administrator");
    value(await change(administrator, analyst, ["analyst", "administrator"]));
    expect(reasonOf(await change(administrator, administrator, ["analyst"]))).toBe("done");
    expect(reasonOf(await change(administrator, analyst, ["analyst"]))).not.toBe("done");
  });

  test("of the last two administrators are not lost to both at the same moment", async () => {
    const { administrator, analyst } = await aBank();
    value(await change(administrator, analyst, ["administrator"]));
    const promoted = { ...analyst, roles: administrator.roles };
    const answers = await Promise.all([
      change(administrator, administrator, ["analyst"]),
      end(promoted, promoted),
    ]);
    expect(answers.map(reasonOf).sort()).toEqual(["done", "last_administrator"]);
  });

  test("cannot be written around the act", async () => {
    const { analyst, administrator } = await aBank();
    const set = (by: Viewer, member: Member) =>
      asViewer(world.db, by, (tx) =>
        tx.execute(
          sql`select member_roles_set(${member.memberId}::uuid, '[{"role": "administrator", "language": ""}]')`,
        ),
      );
    const denied = { cause: { code: "42501" } };
    for (const by of [analyst, rival, anonymous])
      await expect(set(by, analyst)).rejects.toMatchObject(denied);
    await expect(
      asViewer(world.db, rival, (tx) =>
        tx.execute(sql`select membership_end(${analyst.memberId}::uuid, now())`),
      ),
    ).rejects.toMatchObject(denied);
    await expect(
      asViewer(world.db, administrator, (tx) =>
        tx.execute(sql`select access_end_of_member(${analyst.memberId}::uuid)`),
      ),
    ).rejects.toMatchObject({ cause: { code: "P0001" } });
    const renamed = await asViewer(world.db, administrator, (tx) =>
      tx.execute(sql`update members set name = 'X' where id = ${analyst.memberId}::uuid`),
    );
    expect(renamed.count).toBe(0);
  });
});

describe("leaving", () => {
  test("ends everything at once and keeps the record", async () => {
    const { administrator, analyst, officer } = await aBank();
    value(await change(administrator, analyst, ["administrator"]));
    const invited = value(
      await inviteMember(world.db, {
        email: "puerta@banco.example",
        name: null,
        language: "es",
        roles: ["analyst"],
        by: { ...analyst, roles: administrator.roles },
        at,
        key,
      }),
    );
    await world.owner`insert into sessions (id_hash, member_id, expires_at, ends_at) values (${randomBytes(32)}, ${analyst.memberId}, ${later(600)}, ${later(600)})`;
    await world.owner`insert into api_tokens (token_hash, member_id, name, scopes, expires_at) values (${randomBytes(32)}, ${analyst.memberId}, 't', '{read}', ${later(600)})`;

    value(await end(administrator, analyst));
    expect(await world.owner`select 1 from sessions where member_id = ${analyst.memberId}`).toHaveLength(0);
    expect(
      await world.owner`select 1 from api_tokens where member_id = ${analyst.memberId} and revoked_at is null`,
    ).toHaveLength(0);
    const token = invitationToken({ id: invited.id, generation: 1, key });
    expect((await findInvitationByToken(world.db, { token, at }))?.state).toBe("withdrawn");
    const seen = await asViewer(world.db, analyst, (tx) => tx.execute(sql`select viewer_id() as id`));
    expect([...seen]).toEqual([{ id: null }]);
    expect(await rolesOf(analyst)).toEqual(["administrator"]);
    expect((await listPeople(world.db, administrator, { left: true })).map(({ id }) => id)).toEqual([
      analyst.memberId,
    ]);
    expect(reasonOf(await end(administrator, analyst))).toBe("not_found");
    expect((await listPeople(world.db, administrator)).map(({ id }) => id).sort()).toEqual(
      [administrator.memberId, officer.memberId].sort(),
    );
  });

  test("is one's own act, or an administrator's; it is told to the address that was theirs", async () => {
    const { analyst, officer } = await aBank();
    expect(reasonOf(await end(officer, analyst))).toBe("not_allowed");
    expect(reasonOf(await end(rival, analyst))).toBe("not_found");
    value(await end(analyst, analyst));
    expect(await eventsOf(analyst)).toMatchObject([{ action: "member.left", member_id: analyst.memberId }]);
    const [row] = await world.owner`
      select n.kind, n.member_id, n.address = m.email as told from members m join notices n on n.address = m.email where m.id = ${analyst.memberId}`;
    expect(row).toMatchObject({ kind: "member-left", member_id: null, told: true });
  });

  test("is not for the last administrator", async () => {
    const { administrator } = await aBank();
    expect(reasonOf(await end(administrator, administrator))).toBe("last_administrator");
  });

  test("frees the address for another invitation", async () => {
    const { administrator, analyst } = await aBank();
    const [row] = await world.owner<
      { email: string }[]
    >`select email from members where id = ${analyst.memberId}`;
    const invite = () =>
      inviteMember(world.db, {
        email: row?.email ?? "",
        name: null,
        language: "es",
        roles: ["analyst"],
        by: administrator,
        at,
        key,
      });
    expect(reasonOf(await invite())).toBe("already_a_member");
    value(await end(administrator, analyst));
    expect(reasonOf(await invite())).toBe("done");
  });
});

describe("an invitation that waits", () => {
  const open = async (by: Member) =>
    value(
      await inviteMember(world.db, {
        email: `x${randomBytes(4).toString("hex")}@banco.example`,
        name: null,
        language: "en",
        roles: ["analyst"],
        by,
        at,
        key,
      }),
    );
  const stateOf = async (id: string, generation: number, when = at) =>
    (await findInvitationByToken(world.db, { token: invitationToken({ id, generation, key }), at: when }))
      ?.state;

  test("can be sent again: the link before is dead, the term begins anew, and not at once", async () => {
    const { administrator } = await aBank();
    const { id } = await open(administrator);
    const resend = (by: Viewer, when: Date) => resendInvitation(world.db, { id, by, at: when, key });
    expect(reasonOf(await resend(administrator, later(0.5)))).toBe("invitation_just_sent");
    value(await resend(administrator, later(8 * 24 * 60)));
    expect(await stateOf(id, 1)).toBeUndefined();
    expect(await stateOf(id, 2, later(14 * 24 * 60))).toBe("open");
    const queued =
      await world.owner`select about from notices where about ->> 'invitationId' = ${id} order by queued_at`;
    expect(queued.map(({ about }) => about.generation)).toEqual([1, 2]);
  });

  test("can be withdrawn, and is then no longer listed, sent or taken up", async () => {
    const { administrator } = await aBank();
    const { id } = await open(administrator);
    expect(await listInvitations(world.db, administrator)).toMatchObject([
      { id, invitedBy: administrator.name },
    ]);
    value(await withdrawInvitation(world.db, { id, by: administrator, at }));
    expect(await stateOf(id, 1)).toBe("withdrawn");
    expect(await listInvitations(world.db, administrator)).toEqual([]);
    expect(reasonOf(await withdrawInvitation(world.db, { id, by: administrator, at }))).toBe("not_found");
    expect(reasonOf(await resendInvitation(world.db, { id, by: administrator, at: later(60), key }))).toBe(
      "not_found",
    );
  });

  test("is the organisation's administrators' alone", async () => {
    const { administrator, analyst } = await aBank();
    const { id } = await open(administrator);
    for (const by of [analyst, rival, anonymous]) {
      expect(reasonOf(await withdrawInvitation(world.db, { id, by, at }))).toBe("not_found");
      expect(reasonOf(await resendInvitation(world.db, { id, by, at: later(60), key }))).toBe("not_found");
      expect((await listInvitations(world.db, by)).map((one) => one.id)).not.toContain(id);
    }
    expect(await stateOf(id, 1)).toBe("open");
  });

  test("is one of at most a hundred in a day", async () => {
    const { administrator, organisation } = await aBank();
    await world.owner`
      insert into invitations (kind, organisation_id, email, language, roles, invited_by, invited_at, token_hash, sent_at, expires_at)
      select 'member', ${organisation.id}, n || '@x.mx', 'es', '[]', ${administrator.memberId}, ${at}, sha256((${organisation.id} || n)::bytea), ${at}, ${later(60)}
      from generate_series(1, 100) n`;
    const more = {
      email: "mas@banco.example",
      name: null,
      language: "es" as const,
      roles: ["analyst"],
      by: administrator,
      key,
    };
    expect(reasonOf(await inviteMember(world.db, { ...more, at }))).toBe("invitations_at_limit");
    expect(reasonOf(await inviteMember(world.db, { ...more, at: later(25 * 60) }))).toBe("done");
  });
});

describe("one's own page", () => {
  test("changes name, language and zone, and records which", async () => {
    const { analyst } = await aBank();
    const given = {
      name: " Íñigo O’Brien-Núñez ",
      language: "en" as const,
      timeZone: "America/Tijuana",
      by: analyst,
      at,
    };
    expect(value(await changeProfile(world.db, given))).toEqual({
      changed: ["name", "language", "timeZone"],
    });
    expect(await findOwnCard(world.db, analyst)).toMatchObject({
      name: "Íñigo O’Brien-Núñez",
      timeZone: "America/Tijuana",
    });
    const [event] = await world.owner`select detail from audit_events where subject_id = ${analyst.memberId}`;
    expect(event?.detail).toEqual({ changed: ["name", "language", "timeZone"] });
  });

  test.each([
    [{ timeZone: "America/Macondo" }, "time_zone_unknown"],
    [{ timeZone: "CST" }, "time_zone_unknown"],
    [{ name: "  " }, "name_missing"],
    [{ name: "x".repeat(121) }, "name_too_long"],
    [{ name: "Visite https://mal.example" }, "name_malformed"],
    [{ name: "Ana\r\nBcc" }, "name_malformed"],
    [{ name: "Ana\u202eanA" }, "name_malformed"],
    [{ name: "\u0410na Ruiz" }, "name_malformed"],
    [{ name: "Ana\u200bRuiz" }, "name_malformed"],
    [{ name: "Ana\u2028Ruiz" }, "name_malformed"],
    [{ name: `Ana${"\u0336\u0301".repeat(4)}` }, "name_malformed"],
    [{ name: "Ana Ruiz ✓" }, "name_malformed"],
    [{ name: "𝐀𝐧𝐚" }, "name_malformed"],
  ])("refuses %j", async (given, reason) => {
    const { analyst } = await aBank();
    const all = { name: "Ana", language: "es" as const, timeZone: "UTC", ...given, by: analyst, at };
    expect(reasonOf(await changeProfile(world.db, all))).toBe(reason);
  });

  test.each([
    ["Nguyễn Thị O’Neill-Ñáñez", "Nguyễn Thị O’Neill-Ñáñez"],
    ["M.ª José Łukasz (Beto), Jr.", "M.ª José Łukasz (Beto), Jr."],
    ["Jose\u0301 Pérez", "José Pérez"],
    ["Entre a ribera.mx", "Entre a ribera. mx"],
  ])("keeps %j as a name that reads as it is, with no link in it", async (typed, kept) => {
    const { analyst } = await aBank();
    const all = { name: typed, language: "es" as const, timeZone: "UTC", by: analyst, at };
    expect(reasonOf(await changeProfile(world.db, all))).toBe("done");
    expect(await findOwnCard(world.db, analyst)).toMatchObject({ name: kept });
  });

  test("says which notices are wanted: all that can reach the member, until they choose", async () => {
    const { administrator, analyst } = await aBank();
    const wanted = async (by: Member) =>
      (await findNoticeSettings(world.db, by)).choices
        .filter(({ choice }) => choice === "at-once")
        .map(({ kind }) => kind);
    expect(await wanted(analyst)).toEqual([
      "question-answered",
      "red-flags-assigned",
      "red-flags-due",
      "round-opened",
      "round-closing",
      "round-extended",
      "round-called-off",
      "release-published",
      "reply-published",
      "confidential-date",
      "confidential-due",
    ]);
    expect(await wanted(administrator)).toEqual([
      "invitation-accepted",
      "organisation-vetted",
      "vetting-ending",
      "confidential-date",
      "confidential-due",
    ]);
    value(
      await chooseNotices(world.db, {
        chosen: choices({
          choices: [
            { kind: "invitation-accepted", choice: "weekly" },
            { kind: "organisation-vetted", choice: "never" },
            { kind: "question-asked", choice: "daily" },
          ],
          typologies: ["TBML", "TBML"],
          quietLine: true,
        }),
        by: administrator,
        at,
      }),
    );
    expect(await wanted(administrator)).toEqual(["vetting-ending", "confidential-date", "confidential-due"]);
    const settings = await findNoticeSettings(world.db, administrator);
    expect(settings).toMatchObject({ typologies: ["TBML"], authorities: [], quietLine: true });
    expect(settings.choices.map(({ kind }) => kind)).not.toContain("question-asked");
    value(await chooseNotices(world.db, { chosen: choices(), by: administrator, at }));
    expect(await findNoticeSettings(world.db, administrator)).toMatchObject({
      choices: settings.choices,
      typologies: [],
      quietLine: false,
    });
    expect(reasonOf(await chooseNotices(world.db, { chosen: choices(), by: anonymous, at }))).toBe(
      "not_allowed",
    );
  });

  test("shows an administrator colleagues, and nobody of elsewhere", async () => {
    const { administrator, analyst } = await aBank();
    expect(await findPerson(world.db, administrator, analyst.memberId)).toMatchObject({ name: analyst.name });
    expect(await findPerson(world.db, rival, analyst.memberId)).toBeUndefined();
    expect(await listPeople(world.db, analyst)).toEqual([]);
  });
});
