import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { env } from "~/env.server";
import { aSiteOf } from "../support/site";
import { aWorld } from "../support/world";

const world = aWorld();
const site = aSiteOf(world);
const secret = `whsec_${Buffer.alloc(24, 5).toString("base64")}`;
const before = env().resendWebhookSecret;
beforeAll(() => {
  env().resendWebhookSecret = secret;
});
afterAll(() => {
  env().resendWebhookSecret = before;
});
beforeEach(() => world.owner`truncate mail_events, mail_stops`);

const path = "/webhooks/resend";
type Given = { id?: string; signedWith?: string; ago?: number; sent?: string };

/** As the service writes it: with spaces and letters that our own JSON would write otherwise. */
const body = `{ "type":"email.bounced",  "created_at":"2026-11-20T12:00:00.000Z", "data":{"email_id":"${randomUUID()}",
  "created_at":"2026-11-20T11:00:00.000Z","from":"a@b.mx","to":["Persona@Example.org"],"subject":"Bolet\\u00edn ñ",
  "bounce":{"type":"Permanent","subType":"General","message":"no"}} }`;

function tell({ id = `msg_${randomUUID()}`, signedWith = secret, ago = 0, sent = body }: Given = {}) {
  const timestamp = String(Math.floor(Date.now() / 1000) - ago);
  const key = Buffer.from(signedWith.replace("whsec_", ""), "base64");
  const mac = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return site.ask(path, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "svix-id": id,
      "svix-timestamp": timestamp,
      "svix-signature": `v1,${mac}`,
    },
    body: sent,
  });
}
const events = () => world.owner`select id from mail_events`;
const isStopped = async () => {
  const [row] = await world.owner`select address_is_stopped('persona@example.org') as stopped`;
  return row?.stopped;
};

describe("the address that the mail service tells", () => {
  test("takes a telling byte for byte as it was signed, without a session or an origin, once", async () => {
    const id = "msg_1";
    for (const _ of [1, 2]) expect((await tell({ id })).status).toBe(204);
    expect(await events()).toEqual([{ id }]);
    expect(await isStopped()).toBe(true);
  });

  test.each<[string, Given]>([
    ["signed by somebody else", { signedWith: `whsec_${Buffer.alloc(24, 6).toString("base64")}` }],
    ["changed on its way", { sent: body.replace("Persona", "Otra") }],
    ["the same but set anew", { sent: JSON.stringify(JSON.parse(body)) }],
    ["an hour old", { ago: 3600 }],
    ["without a word", { sent: "" }],
  ])("refuses one that is %s, and remembers nothing of it", async (_, given) => {
    expect((await tell(given)).status).toBe(400);
    expect(await events()).toEqual([]);
    expect(await isStopped()).toBe(false);
  });

  test("refuses one that nobody signed", async () => {
    const headers = { "Content-Type": "application/json" };
    expect((await site.ask(path, { method: "POST", headers, body })).status).toBe(400);
  });

  test("shows nothing, and is not there where there is no secret", async () => {
    expect((await site.ask(path)).status).toBe(404);
    env().resendWebhookSecret = undefined;
    expect((await tell()).status).toBe(404);
    env().resendWebhookSecret = secret;
    expect(await events()).toEqual([]);
  });
});
