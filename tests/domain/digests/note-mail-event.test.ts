import { createHmac, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { noteMailEvent } from "~/domain/digests/note-mail-event.server";
import { at, reasonOf } from "../../support/desk";
import { aWorld } from "../../support/world";

const world = aWorld();
beforeEach(() => world.owner`truncate mail_events, mail_stops`);

const secret = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
const to = "Persona@Example.org";
type Given = { id?: string; signedWith?: string; ago?: number; changed?: (payload: string) => string };

/** What Resend posts: signed over id, time and body as Standard Webhooks says. */
function tell(
  event: Record<string, unknown>,
  { id = `msg_${randomUUID()}`, signedWith = secret, ago = 0, changed = (p) => p }: Given = {},
) {
  const timestamp = String(Math.floor(Date.now() / 1000) - ago);
  const payload = JSON.stringify(event);
  const key = Buffer.from(signedWith.replace("whsec_", ""), "base64");
  const signature = `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${payload}`).digest("base64")}`;
  return noteMailEvent(world.db, {
    payload: changed(payload),
    headers: { id, timestamp, signature },
    secret,
    at,
  });
}
const mail = (type: string, given: Record<string, unknown> = {}, hour = 12) => ({
  type,
  created_at: `2026-11-20T${hour}:00:00.000Z`,
  data: {
    email_id: randomUUID(),
    created_at: "2026-11-20T11:00:00.000Z",
    from: "a@b.mx",
    to: [to],
    subject: "S",
    ...given,
  },
});
const bounced = (type: string, hour?: number) =>
  mail("email.bounced", { bounce: { type, subType: "General", message: "no" } }, hour);
const isStopped = async () => {
  const [row] = await world.owner<
    { stopped: boolean }[]
  >`select address_is_stopped('persona@example.org') as stopped`;
  return row?.stopped;
};

describe("what the mail service tells", () => {
  test.each([
    ["that mail returns for good", bounced("Permanent"), true],
    ["that a mailbox is full", bounced("Transient"), false],
    ["that its reader complained", mail("email.complained"), true],
    ["that it sends there no more", mail("email.suppressed"), true],
    ["that mail arrived", mail("email.delivered"), false],
  ])("%s stops further mail, or does not", async (_, event, stopped) => {
    expect(reasonOf(await tell(event))).toBe("done");
    expect(await isStopped()).toBe(stopped);
  });

  test("counts once, however often it is told", async () => {
    const id = "msg_1";
    expect(await tell(bounced("Permanent"), { id })).toMatchObject({ value: { fresh: true } });
    expect(await tell(bounced("Permanent"), { id })).toMatchObject({ value: { fresh: false } });
    expect(await world.owner`select id from mail_events`).toHaveLength(1);
  });

  test("in any order comes to the same", async () => {
    const lifted = {
      type: "suppression.removed",
      created_at: "2026-11-20T14:00:00.000Z",
      data: { id: "s", email: to },
    };
    await tell(lifted);
    await tell(bounced("Permanent", 12));
    await tell(mail("email.delivered", {}, 11));
    expect(await isStopped()).toBe(false);
    await tell(bounced("Permanent", 16));
    expect(await isStopped()).toBe(true);
  });

  test.each<[string, Given]>([
    ["with another secret", { signedWith: `whsec_${Buffer.alloc(24, 8).toString("base64")}` }],
    ["over other bytes", { changed: (payload) => payload.replace("no", "yes") }],
    ["long ago", { ago: 600 }],
  ])("is refused when it was signed %s, and changes nothing", async (_, given) => {
    expect(reasonOf(await tell(bounced("Permanent"), given))).toBe("not_allowed");
    expect(await world.owner`select id from mail_events`).toEqual([]);
    expect(await isStopped()).toBe(false);
  });

  test("keeps no address", async () => {
    await tell(bounced("Permanent"));
    const rows =
      await world.owner`select e::text as said from mail_events e union all select s::text from mail_stops s`;
    expect(JSON.stringify(rows).toLowerCase()).not.toContain("persona@example.org");
  });
});
