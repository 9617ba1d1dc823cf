import { afterAll, beforeAll, expect, test } from "vitest";
import { acceptInvitation } from "~/domain/invitations/accept-invitation.server";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import { resendInvitation } from "~/domain/invitations/resend-invitation.server";
import { withdrawInvitation } from "~/domain/invitations/withdraw-invitation.server";
import { anonymous, type Member } from "~/domain/members/viewer";
import { changeRoles } from "~/domain/people/change-roles.server";
import { endMembership } from "~/domain/people/end-membership.server";
import { asViewer, connect, type Pool } from "~db/client.server";
import { at, later, reasonOf, value } from "../../support/desk";
import { aMember, anOrganisation } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let other: Pool;
let administrator: Member;
beforeAll(async () => {
  world = await freshDatabase();
  other = connect(world.webUrl, { max: 4 });
  const organisation = await anOrganisation(world, { kind: "institution" });
  administrator = await aMember(world, { organisation, roles: ["administrator"] });
});
afterAll(async () => {
  await other.close();
  await world.close();
});

const key = new Uint8Array(32).fill(7);
let count = 0;
async function invite() {
  count += 1;
  const email = `carrera-${count}@banco.example`;
  const given = { email, name: null, language: "es" as const, roles: ["analyst"] };
  const { id } = value(await inviteMember(world.db, { ...given, by: administrator, at, key }));
  return { id, email };
}
const accept = (id: string, generation = 1) =>
  asViewer(other.db, anonymous, (tx) =>
    acceptInvitation(tx, {
      token: invitationToken({ id, generation, key }),
      name: "Nueva Persona",
      language: "es",
      timeZone: "UTC",
      at: later(5),
    }),
  );
const membersAt = async (email: string) =>
  (await world.owner`select 1 from members where email = ${email} and left_at is null`).length;
const invitationOf = async (id: string) =>
  (await world.owner`select accepted_at, withdrawn_at, generation from invitations where id = ${id}`)[0];
const rounds = Array.from({ length: 6 }, (_, n) => n);

test.each(rounds)(
  "withdrawn and taken up at the same moment, an invitation is one of the two (%i)",
  async () => {
    const { id, email } = await invite();
    const [withdrawn, accepted] = await Promise.all([
      withdrawInvitation(world.db, { id, by: administrator, at: later(5) }),
      accept(id),
    ]);
    expect([withdrawn.ok, accepted.ok].filter(Boolean)).toHaveLength(1);
    expect(reasonOf(accepted.ok ? withdrawn : accepted)).toBe(
      accepted.ok ? "not_found" : "invitation_withdrawn",
    );
    expect(await membersAt(email)).toBe(accepted.ok ? 1 : 0);
    const row = await invitationOf(id);
    expect([row?.accepted_at !== null, row?.withdrawn_at !== null]).toEqual([accepted.ok, withdrawn.ok]);
  },
);

test.each(rounds)(
  "sent again and taken up at the same moment, the dead link opens nothing (%i)",
  async () => {
    const { id, email } = await invite();
    const [resent, accepted] = await Promise.all([
      resendInvitation(world.db, { id, by: administrator, at: later(5), key }),
      accept(id),
    ]);
    expect([resent.ok, accepted.ok].filter(Boolean)).toHaveLength(1);
    expect(reasonOf(accepted.ok ? resent : accepted)).toBe(accepted.ok ? "not_found" : "invitation_unknown");
    expect(await membersAt(email)).toBe(accepted.ok ? 1 : 0);
    if (resent.ok) expect(reasonOf(await accept(id, 2))).toBe("done");
    expect((await invitationOf(id))?.generation).toBe(resent.ok ? 2 : 1);
  },
);

type Two = (by: [Member, Member]) => [Promise<{ ok: boolean }>, Promise<{ ok: boolean }>];
const roles = (by: Member, { memberId }: Member, db = world.db) =>
  changeRoles(db, { memberId, roles: ["analyst"], by, at });
const end = (by: Member, { memberId }: Member, db = world.db) => endMembership(db, { memberId, by, at });

test.each<[string, Two]>([
  ["both give up the role", ([a, b]) => [roles(a, a), roles(b, b, other.db)]],
  ["each takes it from the other", ([a, b]) => [roles(a, b), roles(b, a, other.db)]],
  ["both leave", ([a, b]) => [end(a, a), end(b, b, other.db)]],
  ["each puts the other out", ([a, b]) => [end(a, b), end(b, a, other.db)]],
  ["one leaves, and one gives up the role", ([a, b]) => [end(a, a), roles(b, b, other.db)]],
])("of two last administrators one is left when at the same moment %s", async (_, act) => {
  const organisation = await anOrganisation(world, { kind: "institution" });
  const one = () => aMember(world, { organisation, roles: ["administrator"] });
  const answers = await Promise.all(act([await one(), await one()]));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const left = await world.owner`
    select 1 from members m join member_roles r on r.member_id = m.id
    where m.organisation_id = ${organisation.id} and m.left_at is null and r.role = 'administrator'`;
  expect(left).toHaveLength(1);
});
