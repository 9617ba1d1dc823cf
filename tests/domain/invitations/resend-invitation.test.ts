import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listDeadLetters } from "~/domain/digests/dead-letters.server";
import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import type { Mail, Post } from "~/domain/digests/mail";
import { retryDeadLetter } from "~/domain/digests/retry-dead-letter.server";
import { acceptInvitation } from "~/domain/invitations/accept-invitation.server";
import { mostSendings } from "~/domain/invitations/invitation";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { findInvitationByToken, listInvitations } from "~/domain/invitations/invitations.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import { resendInvitation } from "~/domain/invitations/resend-invitation.server";
import { withdrawInvitation } from "~/domain/invitations/withdraw-invitation.server";
import type { Member } from "~/domain/members/viewer";
import type { TakenNotice } from "~/domain/notices/notice";
import { composeMail } from "../../../emails/compose-mail";
import { reasonOf, value } from "../../support/desk";
import { address } from "../../support/digests";
import { bothWays } from "../../support/outbox";
import { aHouse, aMember, anOrganisation } from "../../support/people";
import { aWorld } from "../../support/world";

// By the clock of the database: whether a link still opens is asked of it.
const at = new Date();
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const world = aWorld();
const key = new Uint8Array(32).fill(7);
let administrator: Member;
let rival: Member;
let operator: Member;
beforeAll(async () => {
  const bank = await anOrganisation(world, { kind: "institution" });
  administrator = await aMember(world, { organisation: bank, roles: ["administrator"] });
  rival = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution" }),
    roles: ["administrator"],
  });
  ({ operator } = await aHouse(world));
});
beforeEach(async () => {
  await world.owner`truncate notices`;
  await world.owner`delete from mail_stops`;
});

let invited = 0;
async function anInvitation() {
  invited += 1;
  const email = `nueva-${invited}@banco.example`;
  const given = { email, name: "Rosa Nueva", language: "es", roles: ["analyst"] } as const;
  const { id } = value(
    await inviteMember(world.db, { ...given, roles: [...given.roles], by: administrator, at, key }),
  );
  return { id, email, token: (generation: number) => invitationToken({ id, generation, key }) };
}
const refusing: Post = async () => ({
  ok: false,
  again: "never",
  inDoubt: false,
  problem: "validation_error",
});
const lost: Post = async () => ({ ok: false, again: "later", inDoubt: true, problem: "application_error" });
async function deliver(post?: Post, when = at) {
  const sent: Mail[] = [];
  const keep: Post = async (mail) => {
    sent.push(mail);
    return { ok: true };
  };
  const addressed = {
    ...address,
    tokenOf: (one: { id: string; generation: number }) => invitationToken({ ...one, key }),
  };
  const compose = (notice: TakenNotice) => composeMail(notice, addressed);
  await deliverNotices(world.db, { compose, ...bothWays(post ?? keep), at: when, random: () => 0.5 });
  return sent;
}
const letterOf = async (id: string, by = administrator) =>
  (await listInvitations(world.db, by)).find((one) => one.id === id)?.letter;
const dead = () => listDeadLetters(world.db, operator);
const resend = (id: string, when: Date, by = administrator) =>
  resendInvitation(world.db, { id, by, at: when, key });
const retry = (id: string, lookedUp = false) =>
  retryDeadLetter(world.db, { id, lookedUp, by: operator, at: later(1) });

describe("an invitation whose letter failed", () => {
  test("is seen by whoever invites, and by nobody else", async () => {
    const { id } = await anInvitation();
    expect(await letterOf(id)).toBe("waiting");
    await deliver(refusing);
    expect(await letterOf(id)).toBe("failed");
    expect(await letterOf(id, rival)).toBeUndefined();
    expect(await world.db.execute("select * from invitation_letters()")).toHaveLength(0);
  });

  test("goes out again from their page by a new link; the one before is dead and its letter off the operator's list", async () => {
    const { id, token, email } = await anInvitation();
    await deliver(refusing);
    expect(await dead()).toHaveLength(1);
    value(await resend(id, later(5)));
    expect(await dead()).toEqual([]);
    const [mail, ...others] = await deliver(undefined, later(5));
    expect(others).toEqual([]);
    expect(mail?.to).toBe(email);
    expect(mail?.text).toContain(token(2));
    expect(await letterOf(id)).toBe("sent");
    expect(await findInvitationByToken(world.db, { token: token(1), at: later(6) })).toBeUndefined();
    expect(await findInvitationByToken(world.db, { token: token(2), at: later(6) })).toMatchObject({ id });
  });

  test("goes out again from the operator's page to the same address with the same link, without their seeing either, once", async () => {
    const { id, token, email } = await anInvitation();
    await deliver(refusing);
    const [letter] = await dead();
    expect(letter).toMatchObject({ what: "access", addressed: true });
    expect(JSON.stringify(letter)).not.toContain(email);
    const [kept] = await world.owner`select address, name from notices`;
    expect(kept).toEqual({ address: "", name: null });
    value(await retry(letter?.id ?? ""));
    expect(reasonOf(await retry(letter?.id ?? ""))).toBe("not_found");
    const sent = await deliver(undefined, later(2));
    expect(sent.map(({ to }) => to)).toEqual([email]);
    expect(sent[0]?.text).toContain(token(1));
    expect(sent[0]?.text).toContain("Rosa Nueva");
    expect(await deliver(undefined, later(3))).toEqual([]);
    expect(await letterOf(id)).toBe("sent");
  });

  test("for now goes out later, to the same address and person", async () => {
    const { email } = await anInvitation();
    const busy: Post = async () => ({ ok: false, again: "later", inDoubt: false, problem: "busy" });
    await deliver(busy);
    expect(await world.owner`select state, address, name from notices`).toEqual([
      { state: "queued", address: email, name: "Rosa Nueva" },
    ]);
    const sent = await deliver(undefined, later(5));
    expect(sent.map(({ to, text }) => [to, text.includes("Rosa Nueva")])).toEqual([[email, true]]);
  });

  test("that may have gone out goes again only by who looked it up", async () => {
    await anInvitation();
    await deliver(lost);
    await world.owner`update notices set state = 'uncertain', problem = 'uncertain', address = '', name = null`;
    const [letter] = await dead();
    expect(reasonOf(await retry(letter?.id ?? ""))).toBe("not_looked_up");
    value(await retry(letter?.id ?? "", true));
    expect(await deliver(undefined, later(2))).toHaveLength(1);
  });

  test.each([
    ["withdrawn", (id: string) => withdrawInvitation(world.db, { id, by: administrator, at: later(1) })],
    [
      "taken up",
      (id: string) =>
        world.db.transaction((tx) =>
          acceptInvitation(tx, {
            token: invitationToken({ id, generation: 1, key }),
            name: "Rosa Nueva",
            language: "es",
            timeZone: "America/Tijuana",
            at: later(1),
          }),
        ),
    ],
    [
      "run out",
      (id: string) =>
        world.owner`update invitations set expires_at = now() - interval '1 second' where id = ${id}`,
    ],
  ])("is nothing to the operator once it is %s", async (_, end) => {
    const { id } = await anInvitation();
    await deliver(refusing);
    const [letter] = await dead();
    await end(id);
    expect(await dead()).toEqual([]);
    expect(reasonOf(await retry(letter?.id ?? "", true))).toBe("not_found");
    expect((await deliver(undefined, later(2))).map(({ kind }) => kind)).not.toContain("member-invited");
  });

  test("is told apart from one that came back", async () => {
    const { id, email } = await anInvitation();
    await deliver();
    await world.owner`insert into mail_stops values (sha256(convert_to(${email}, 'UTF8')), ${later(1)}, null)`;
    expect(await letterOf(id)).toBe("returned");
  });
});

test("one invitation is sent so many times and no more, and two who press at once send one letter", async () => {
  const { id } = await anInvitation();
  const both = await Promise.all([resend(id, later(2)), resend(id, later(2))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  for (let n = 3; n <= mostSendings; n += 1) value(await resend(id, later(2 * n)));
  expect(reasonOf(await resend(id, later(60)))).toBe("invitation_sent_often");
});
