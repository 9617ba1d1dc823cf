import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acceptInvitation } from "~/domain/invitations/accept-invitation.server";
import { hashOfToken, invitationToken } from "~/domain/invitations/invitation-token.server";
import { findInvitationByToken } from "~/domain/invitations/invitations.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import { anonymous, type Member } from "~/domain/members/viewer";
import { asViewer } from "~db/client.server";
import { at, later, reasonOf, value } from "../../support/desk";
import { aMember, anOrganisation } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let bank: Awaited<ReturnType<typeof anOrganisation>>;
let administrator: Member;
beforeAll(async () => {
  world = await freshDatabase();
  bank = await anOrganisation(world, { kind: "institution" });
  administrator = await aMember(world, { organisation: bank, roles: ["administrator"] });
});
afterAll(() => world.close());

const key = new Uint8Array(32).fill(7);
let invited = 0;
const invite = async (given: Partial<Parameters<typeof inviteMember>[1]> = {}) => {
  invited += 1;
  const email = `nueva-${invited}@banco.example`;
  const made = await inviteMember(world.db, {
    email,
    name: "Nueva Persona",
    language: "es",
    roles: ["analyst"],
    by: administrator,
    at,
    key,
    ...given,
  });
  const { id } = value(made);
  return { id, email, token: invitationToken({ id, generation: 1, key }) };
};
const accept = (token: string, given: Partial<Parameters<typeof acceptInvitation>[1]> = {}) =>
  asViewer(world.db, anonymous, (tx) =>
    acceptInvitation(tx, {
      token,
      name: "Nueva Persona",
      language: "es",
      timeZone: "America/Mexico_City",
      at: later(5),
      ...given,
    }),
  );
const membersAt = async (email: string) =>
  world.owner`select name, organisation_id, time_zone from members where email = ${email}`;

describe("an invitation", () => {
  test("makes a member with the roles that were chosen, once", async () => {
    const { token, email, id } = await invite({ roles: ["analyst", "compliance-officer"] });
    const { memberId } = value(await accept(token));
    expect(await membersAt(email)).toMatchObject([{ name: "Nueva Persona", organisation_id: bank.id }]);
    const roles = await world.owner`select role from member_roles where member_id = ${memberId} order by 1`;
    expect(roles.map(({ role }) => role)).toEqual(["analyst", "compliance-officer"]);
    expect(reasonOf(await accept(token))).toBe("invitation_accepted");
    expect((await membersAt(email)).length).toBe(1);

    const events = await world.owner`
      select action, detail from audit_events where subject_id in (${id}, ${memberId}) order by seq`;
    expect(events.map(({ action }) => action)).toEqual(["member.invited", "member.joined"]);
    expect(JSON.stringify(events)).not.toContain(email);
  });

  test("leaves nothing behind when what goes with it fails", async () => {
    const { token, email } = await invite();
    const failed = asViewer(world.db, anonymous, async (tx) => {
      value(await acceptInvitation(tx, { token, name: "X", language: "es", timeZone: "UTC", at: later(5) }));
      throw new Error("no passkey");
    });
    await expect(failed).rejects.toThrow("no passkey");
    expect(await membersAt(email)).toEqual([]);
    expect(value(await accept(token)).memberId).toBeTruthy();
  });

  test("is shown to whoever holds the link, in the state that it is in", async () => {
    const { token, email, id } = await invite();
    const found = await findInvitationByToken(world.db, { token, at: later(5) });
    expect(found).toMatchObject({ id, email, state: "open", organisation: { id: bank.id }, language: "es" });
    const late = await findInvitationByToken(world.db, { token, at: later(7 * 24 * 60) });
    expect(late?.state).toBe("expired");
    expect(reasonOf(await accept(token, { at: later(7 * 24 * 60) }))).toBe("invitation_expired");
    expect(await membersAt(email)).toEqual([]);
  });

  test.each(["", "x", "a".repeat(5000), "%00", "../../etc", "Ñandú"])("is not found by %j", async (token) => {
    expect(await findInvitationByToken(world.db, { token, at })).toBeUndefined();
    expect(reasonOf(await accept(token))).toBe("invitation_unknown");
  });

  test("ends when its organisation is suspended or revoked", async () => {
    const other = await anOrganisation(world, { kind: "institution" });
    const by = await aMember(world, { organisation: other, roles: ["administrator"] });
    const { token } = await invite({ by });
    await world.owner`update organisations set vetting = 'suspended' where id = ${other.id}`;
    expect((await findInvitationByToken(world.db, { token, at }))?.state).toBe("withdrawn");
    expect(reasonOf(await accept(token))).toBe("invitation_withdrawn");
  });

  test("asks for a name and a time zone that exists", async () => {
    const { token } = await invite();
    expect(reasonOf(await accept(token, { name: " \n" }))).toBe("name_missing");
    for (const timeZone of ["America/Macondo", "", "GMT+6", "america/mexico_city"])
      expect(reasonOf(await accept(token, { timeZone }))).toBe("time_zone_unknown");
  });

  test("to an address of a member elsewhere is told only to whoever holds the mailbox", async () => {
    const elsewhere = await aMember(world, { organisation: await anOrganisation(world) });
    const [row] = await world.owner<
      { email: string }[]
    >`select email from members where id = ${elsewhere.memberId}`;
    const { token } = await invite({ email: row?.email ?? "" });
    expect(reasonOf(await accept(token))).toBe("address_is_a_member");
  });

  test("taken up by two at the same moment makes one member", async () => {
    const { token, email } = await invite();
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map(reasonOf).sort()).toEqual(["done", "invitation_accepted", "invitation_accepted"]);
    expect((await membersAt(email)).length).toBe(1);
  });

  test("keeps no secret: neither row nor outbox opens the door", async () => {
    const { token, id } = await invite();
    const [row] =
      await world.owner`select to_jsonb(i) || jsonb_build_object('n', (select jsonb_agg(to_jsonb(n)) from notices n)) as all from invitations i where id = ${id}`;
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(row)).toContain(hashOfToken(token).toString("hex"));
  });
});
