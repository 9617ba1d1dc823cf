import { beforeAll, describe, expect, test } from "vitest";
import { listDigestRuns } from "~/domain/digests/digest-runs.server";
import type { Member } from "~/domain/members/viewer";
import { paths } from "~/paths";
import { aHouse, aMember } from "../support/people";
import { aSession } from "../support/session";
import { aSiteOf } from "../support/site";
import { aWorld } from "../support/world";

const world = aWorld();
const site = aSiteOf(world);
const day = new Date().toISOString().slice(0, 10);
let operator: Member;
let reader: Member;
let letterId: string;
beforeAll(async () => {
  ({ operator } = await aHouse(world));
  reader = await aMember(world, { roles: ["administrator"], name: "Persona Buscada" });
  const { owner } = world;
  await owner`insert into digest_runs (local_date, begun_at) values (${day}, now())`;
  await owner`insert into digests (member_id, local_date, weekly, state, made_at) values (${reader.memberId}, ${day}, false, 'due', now())`;
  const [letter] = await owner<{ id: string }[]>`
    insert into notices (kind, member_id, about, queued_at, next_attempt_at, state, problem)
    values ('organisation-vetted', ${reader.memberId}, '{}', now(), now(), 'uncertain', 'uncertain') returning id`;
  letterId = letter?.id ?? "";
});

async function as(member: Member) {
  const { cookie } = await aSession(world, member);
  return {
    see: async (path: string) => {
      const answer = await site.ask(path, { headers: { cookie } });
      return { status: answer.status, text: await answer.text() };
    },
    post: async (path: string, fields: Record<string, string> = {}) => {
      const headers = { cookie, origin: site.origin };
      const body = new URLSearchParams(fields);
      const answer = await site.ask(path, { method: "POST", headers, body });
      return { status: answer.status, text: await answer.text(), to: answer.headers.get("Location") };
    },
  };
}

describe.each(["es", "en"] as const)("the operator's page of mail in %s", (lang) => {
  test("tells how many and what can be done, not to whom or of what", async () => {
    const { see } = await as(operator);
    const { status, text } = await see(paths.mailOperations(lang));
    expect(status).toBe(200);
    for (const action of [
      paths.digestRunAct(lang, day, "pause"),
      paths.digestRunAct(lang, day, "cancellation"),
      paths.deadLetterAct(lang, letterId, "sending"),
      paths.deadLetterAct(lang, letterId, "setting-aside"),
    ])
      expect(text).toContain(`action="${action}"`);
    expect(text).not.toMatch(
      new RegExp(`Persona Buscada|persona-\\d+@|organisation-vetted|${reader.memberId}`),
    );
  });

  test("is nobody else's, nor are its acts", async () => {
    const { see, post } = await as(reader);
    expect((await see(paths.mailOperations(lang))).status).toBe(403);
    expect((await post(paths.digestRunAct(lang, day, "pause"))).status).toBe(403);
    expect((await post(paths.deadLetterAct(lang, letterId, "setting-aside"))).status).toBe(403);
  });
});

test("its buttons hold a run and let it go on, and say why not where they cannot", async () => {
  const { post } = await as(operator);
  const runs = async () =>
    (await listDigestRuns(world.db, operator)).map(({ pausedAt }) => pausedAt !== null);
  expect(await post(paths.digestRunAct("es", day, "pause"))).toMatchObject({
    status: 302,
    to: paths.mailOperations("es"),
  });
  expect(await runs()).toEqual([true]);
  const again = await post(paths.digestRunAct("es", day, "pause"));
  expect([again.status, again.text.includes("ya están en pausa")]).toEqual([422, true]);
  expect((await post(paths.digestRunAct("es", day, "resumption"))).status).toBe(302);
  expect(await runs()).toEqual([false]);
  expect((await post(paths.digestRunAct("es", "2026-02-31", "cancellation"))).status).toBe(404);
});

test("a letter that may have arrived is sent again only by who says they looked it up", async () => {
  const { post } = await as(operator);
  const sending = paths.deadLetterAct("en", letterId, "sending");
  const refused = await post(sending);
  expect([refused.status, refused.text.includes("It may have arrived")]).toEqual([422, true]);
  const aside = await post(paths.deadLetterAct("en", letterId, "setting-aside"), { reason: "" });
  expect([aside.status, aside.text.includes("Choose one of the options")]).toEqual([422, true]);
  expect((await post(sending, { lookedUp: "1" })).status).toBe(302);
  expect((await post(sending, { lookedUp: "1" })).status).toBe(404);
});
