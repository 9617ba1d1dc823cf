import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { forgetNews } from "~/domain/digests/forget-news.server";
import { anIssued, aStaff } from "../../support/desk";
import { aBatchService, turn } from "../../support/digests";
import { aMember, anOrganisation } from "../../support/people";
import { aWorld } from "../../support/world";

const world = aWorld();
const dayMs = 86_400_000;
// By the clock of the database, which keeps what a clock elsewhere would take away too early.
const today = new Date(Math.floor(Date.now() / dayMs) * dayMs + 7 * 3_600_000);
const ago = (days: number) => new Date(today.getTime() - days * dayMs);
let advisoryId: string;
let memberId: string;

beforeAll(async () => {
  const staff = await aStaff(world);
  await anIssued(world, staff);
  const [advisory] = await world.owner<{ id: string }[]>`select id from advisories limit 1`;
  advisoryId = advisory?.id ?? "";
  const organisation = await anOrganisation(world, { kind: "institution" });
  const member = await aMember(world, { organisation });
  memberId = member.memberId;
  await world.owner`update members set created_at = ${ago(200)}, time_zone = 'UTC' where id = ${memberId}`;
  await world.owner`update members set left_at = created_at where id <> ${memberId}`;
});
beforeEach(() => world.owner`truncate news, digests, digest_batches, digest_runs, notices`);

async function aThing(days: number, told = true) {
  const id = randomUUID();
  await world.owner`
    insert into news (id, kind, at, advisory_id, authorities, typologies, corridors, told_at)
    values (${id}, 'advisory-published', ${ago(days)}, ${advisoryId}, '{}', '{}', '{}', ${told ? ago(days) : null})`;
  return id;
}
const left = async () =>
  (await world.owner<{ id: string }[]>`select id from news`).map(({ id }) => id).sort();

test("what no digest tells any more is forgotten, and the table stays as small as its last weeks", async () => {
  for (let n = 0; n < 30; n += 1) await aThing(91 + n);
  const young = [await aThing(89), await aThing(59)];
  expect(await forgetNews(world.db, { days: 90, at: today })).toBe(30);
  expect(await left()).toEqual(young.sort());
});

test("what somebody waits for stays: untold at once, or with a letter about it that has not left", async () => {
  const untold = await aThing(100, false);
  const waiting = await aThing(100);
  const gone = await aThing(100);
  for (const [id, state] of [
    [waiting, "held"],
    [gone, "sent"],
  ] as const)
    await world.owner`insert into notices (kind, member_id, about, queued_at, next_attempt_at, state)
      values ('advisory-published', ${memberId}, ${world.owner.json({ newsId: id })}, now(), now(), ${state})`;
  expect(await forgetNews(world.db, { days: 90, at: today })).toBe(1);
  expect(await left()).toEqual([untold, waiting].sort());
});

test("a clock that runs ahead, or too short a time, takes nothing that a digest may still tell", async () => {
  const one = await aThing(59);
  expect(await forgetNews(world.db, { days: 90, at: ago(-400) })).toBe(0);
  expect(await forgetNews(world.db, { days: 1, at: today })).toBe(0);
  expect(await left()).toEqual([one]);
});

test("whoever was suspended, or whose run was held, is told what a digest tells, whether the rest was forgotten or not", async () => {
  const mailsOf = async (forget: boolean) => {
    await world.owner`truncate news, digests, digest_batches, digest_runs, notices`;
    const old = await aThing(100);
    const fresh = await aThing(40);
    // Made by a run that was held for so long.
    await world.owner`insert into digest_runs values (${ago(30)}, ${ago(30)}, ${ago(30)})`;
    await world.owner`insert into digests (member_id, local_date, weekly, state, made_at) values (${memberId}, ${ago(30)}, true, 'due', ${ago(30)})`;
    if (forget) expect(await forgetNews(world.db, { days: 90, at: today })).toBe(1);
    await world.owner`update digest_runs set paused_at = null`;
    const service = aBatchService();
    await turn(world.db, today, service.post);
    expect(await left()).toEqual(forget ? [fresh] : [old, fresh].sort());
    return service.mails().map(({ to, text }) => [to, text]);
  };
  const whole = await mailsOf(false);
  expect(whole).toHaveLength(1);
  expect(await mailsOf(true)).toEqual(whole);
});
