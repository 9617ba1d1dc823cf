import { expect, test } from "vitest";
import type { Posted } from "~/domain/digests/mail";
import { takeTurn } from "~/domain/digests/take-turn.server";
import { aWorld } from "../../support/world";

const world = aWorld();
const freeIn = async () => {
  const [row] = await world.owner<{ next: Date }[]>`select next_at as next from mail_pace`;
  return (row?.next.getTime() ?? 0) - Date.now();
};
const ask = (answer: Posted) => takeTurn(world.db, { perSecond: 1000 }, async () => answer);

test("everybody leaves the mail service alone for as long as it asked one of them", async () => {
  await ask({ ok: true });
  expect(await freeIn()).toBeLessThan(1000);
  await ask({
    ok: false,
    again: "later",
    inDoubt: false,
    afterMs: 3_600_000,
    problem: "rate_limit_exceeded",
  });
  expect(await freeIn()).toBeGreaterThan(3_000_000);
});

test("a turn that is taken is nobody else's", async () => {
  await world.owner`update mail_pace set next_at = '2000-01-01'`;
  const at = new Date().toISOString();
  const turns = await Promise.all(
    Array.from(
      { length: 4 },
      () => world.owner<{ free: Date }[]>`select mail_pace_take(${at}::timestamptz, 500) as free`,
    ),
  );
  const apart = turns.map(([row]) => (row?.free.getTime() ?? 0) - Date.parse(at)).sort((a, b) => a - b);
  expect(apart).toEqual([0, 500, 1000, 1500]);
});
