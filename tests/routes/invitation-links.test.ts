import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { takeAttempt } from "~/domain/auth/attempts.server";
import { limits } from "~/domain/auth/limits";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import { secretKeys } from "~/http/secret-keys.server";
import { paths } from "~/paths";
import { value } from "../support/desk";
import { aMember } from "../support/people";
import { aSiteOf } from "../support/site";
import { aWorld } from "../support/world";

const world = aWorld();
const site = aSiteOf(world);

test("links of invitations cannot be tried without end, and opening one's own counts for nothing", async () => {
  const by = await aMember(world, { roles: ["administrator"] });
  const key = randomBytes(32);
  const { id } = value(
    await inviteMember(world.db, {
      email: "nueva@example.org",
      name: null,
      language: "es",
      roles: ["analyst"],
      by,
      at: new Date(),
      key,
    }),
  );
  const own = paths.invitation("es", invitationToken({ id, generation: 1, key }));
  const open = async (path: string) => (await site.ask(path)).status;
  const guess = () => paths.invitation("es", randomBytes(32).toString("base64url"));
  const counted = async () =>
    (await world.owner`select from attempts where purpose like 'invitation-link.%'`).length;
  expect(await open(own)).toBe(200);
  expect(await counted()).toBe(0);
  expect(await open(guess())).toBe(404);
  expect(await counted()).toBe(1);

  const trying = { address: "127.0.0.1", key: (await secretKeys())("attempts") };
  const most = limits["invitation-link"].address[0]?.most ?? 0;
  for (let n = 1; n < most; n++) await takeAttempt(world.db, { purpose: "invitation-link", ...trying });
  const page = await site.ask(guess());
  expect(page.status).toBe(429);
  expect(await page.text()).toContain("Demasiados intentos");
  expect(await open(own)).toBe(429);
});
