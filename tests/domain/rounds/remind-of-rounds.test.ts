import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDueRounds } from "~/domain/releases/close-due-rounds.server";
import { callOffRound } from "~/domain/rounds/call-off-round.server";
import { extendRound } from "~/domain/rounds/extend-round.server";
import { remindOfRounds } from "~/domain/rounds/remind-of-rounds.server";
import { asViewer } from "~db/client.server";
import { at, later, value } from "../../support/desk";
import { delivered, noticesOf } from "../../support/outbox";
import { aConvening, anOpenRound, answer, type Convening, day, type House, keys } from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();
let convening: Convening;
beforeAll(async () => {
  convening = await aConvening(world, { institutions: 6 });
});
// The clock looks at every round.
beforeEach(
  () => world.owner`
  update rounds set called_off_at = ${at} where opened_at is not null and closed_at is null and called_off_at is null`,
);

const end = later(10 * day);
const round = (closesAt = end) => anOpenRound(world, convening, { closesAt });
const remind = (when: Date) => remindOfRounds(world.db, { at: when });
const beforeEnd = (days: number, of = end) => new Date(of.getTime() - days * day * 60_000);
const reminded = async (roundId: string) =>
  (await noticesOf(world, roundId)).filter(({ kind }) => kind === "round-closing");
const people = (houses: House[]) =>
  houses.flatMap(({ officer, analyst }) => [officer.memberId, analyst.memberId]).sort();
const extend = (roundId: string, closesAt: Date, when = at) =>
  extendRound(world.db, { roundId, closesAt, by: convening.convener, at: when });

describe("an end that is near", () => {
  test("is said seven days and one day before, each once, to those whose institution has not signed", async () => {
    const roundId = await round();
    const [first, second, ...others] = convening.houses;
    if (!first || !second) throw new Error("nobody was invited");
    await answer(world, first, roundId);
    await remind(new Date(beforeEnd(7).getTime() - 1));
    expect(await reminded(roundId)).toEqual([]);
    await remind(beforeEnd(7));
    await remind(beforeEnd(6));
    expect((await reminded(roundId)).map(({ member }) => member).sort()).toEqual(people([second, ...others]));
    await answer(world, second, roundId);
    await remind(beforeEnd(1));
    await remind(new Date(end.getTime() - 1));
    const members = (await reminded(roundId)).map(({ member }) => member);
    expect(members.filter((member) => people([second]).includes(member))).toHaveLength(2);
    expect(members.filter((member) => people(others).includes(member))).toHaveLength(
      (4 * people(others).length) / 2,
    );
  });

  test("is said by one of several processes that look at once", async () => {
    const roundId = await round();
    const turns = await Promise.all([1, 2, 3, 4].map(() => remind(beforeEnd(7))));
    expect(turns.reduce((sum, { rounds }) => sum + rounds, 0)).toBe(1);
    expect(await reminded(roundId)).toHaveLength(12);
  });

  test("is said by the next process where one was killed half-way", async () => {
    const roundId = await round();
    const killed = world.owner.begin(async (other) => {
      await other`select round_reminders_take(${beforeEnd(7).toISOString()}::timestamptz)`;
      throw new Error("killed");
    });
    await expect(killed).rejects.toThrow("killed");
    expect(await reminded(roundId)).toEqual([]);
    expect(await remind(beforeEnd(7))).toEqual({ rounds: 1 });
    expect(await reminded(roundId)).toHaveLength(12);
  });

  test("is said once, as it is now, where both hours went by while nothing ran", async () => {
    const roundId = await round();
    await remind(beforeEnd(0.5));
    expect(await reminded(roundId)).toHaveLength(12);
  });

  test("is not said again of what the letter of opening had said within the same week", async () => {
    const roundId = await round(later(5 * day));
    await remind(later(1));
    expect(await reminded(roundId)).toEqual([]);
    await remind(later(4 * day));
    expect(await reminded(roundId)).toHaveLength(12);
  });

  test("is another one once it was put off, and the old one is no longer sent", async () => {
    const roundId = await round();
    await delivered(world, at, roundId);
    await remind(beforeEnd(7));
    const put = later(30 * day);
    value(await extend(roundId, put, beforeEnd(7)));
    const sent = await delivered(world, beforeEnd(7), roundId);
    expect(sent.map(({ kind }) => kind)).toEqual(Array(12).fill("round-extended"));
    await remind(beforeEnd(1));
    await remind(beforeEnd(7, put));
    await remind(beforeEnd(1, put));
    const closes = (await reminded(roundId)).map(({ closes: said }) => said);
    expect(closes.filter((said) => said === put.toISOString())).toHaveLength(24);
    expect(closes.filter((said) => said === end.toISOString())).toHaveLength(12);
  });

  test("is said of no round that was called off, is planned or takes no answers any more", async () => {
    const off = await round();
    value(await callOffRound(world.db, { roundId: off, by: convening.convener, at }));
    const over = await round(later(2 * day));
    await remind(beforeEnd(1));
    expect(await reminded(off)).toEqual([]);
    expect(await reminded(over)).toEqual([]);
  });

  test("is sent to nobody who signed, left or lost the part, or whose institution was shut out, between queueing and sending", async () => {
    const own = await aConvening(world, { institutions: 6 });
    const roundId = await anOpenRound(world, own, { closesAt: end });
    await delivered(world, at, roundId);
    await remind(beforeEnd(7));
    const [signed, suspended, revoked, expired, left, roleless] = own.houses;
    if (!signed || !suspended || !revoked || !expired || !left || !roleless) throw new Error("too few");
    await answer(world, signed, roundId);
    for (const [house, vetting] of [
      [suspended, "suspended"],
      [revoked, "revoked"],
      [expired, "expired"],
    ] as const)
      await world.owner`update organisations set vetting = ${vetting} where id = ${house.organisation.id}`;
    await world.owner`update members set left_at = ${at} where id = ${left.officer.memberId}`;
    await world.owner`delete from member_roles where member_id = ${roleless.analyst.memberId}`;
    const sent = await delivered(world, beforeEnd(7), roundId);
    const addresses = await world.owner<{ email: string }[]>`
      select email from members where id in (${left.analyst.memberId}, ${roleless.officer.memberId})`;
    expect(sent.map(({ to }) => to).sort()).toEqual(addresses.map(({ email }) => email).sort());
  });

  test("is not said once the hour has come, however late the mail leaves", async () => {
    const roundId = await round();
    await delivered(world, at, roundId);
    await remind(beforeEnd(1));
    expect(await delivered(world, end, roundId)).toEqual([]);
    expect(new Set((await reminded(roundId)).map(({ problem }) => problem))).toEqual(
      new Set(["no_longer_so"]),
    );
  });

  test("is said in letters that tell nothing of other institutions, the subject or any number of answers", async () => {
    const roundId = await round();
    await delivered(world, at, roundId);
    for (const house of convening.houses.slice(0, 5)) await answer(world, house, roundId);
    await remind(beforeEnd(1));
    const sent = await delivered(world, beforeEnd(1), roundId);
    expect(sent).toHaveLength(2);
    for (const { subject, text, html } of sent)
      for (const part of [subject, text, html]) {
        for (const { organisation } of convening.houses) expect(part).not.toContain(organisation.shortName);
        expect(part).not.toMatch(/¿Qué han visto\?|What have you seen\?/);
        expect(part).not.toContain(convening.number);
        expect(part.replace(/<style[\s\S]*?<\/style>/g, "")).not.toMatch(
          /\b5\b[^:]{0,12}\b(de|of|instituciones|institutions)\b/,
        );
      }
  });
});

describe("whom it was said to", () => {
  test("goes with what was signed when the round closes or is called off: nothing tells who was late", async () => {
    const closed = await round();
    const off = await round();
    for (const house of convening.houses.slice(0, 5)) await answer(world, house, closed);
    await remind(beforeEnd(1));
    await delivered(world, beforeEnd(1), closed);
    expect(await reminded(closed)).toHaveLength(2);
    value(await callOffRound(world.db, { roundId: off, by: convening.convener, at: beforeEnd(1) }));
    await closeDueRounds(world.db, { keys, at: end });
    expect(await reminded(closed)).toEqual([]);
    expect(await reminded(off)).toEqual([]);
    const kept = await world.owner`select * from round_reminders where round_id = ${closed}`;
    expect(kept.map((row) => Object.keys(row))).toEqual([["round_id", "closes_at", "days"]]);
  });

  test("is read by nobody, and nobody who is signed in reminds, takes from the outbox or learns how many", async () => {
    const roundId = await round();
    const [house] = convening.houses;
    if (!house) throw new Error("nobody was invited");
    for (const by of [convening.convener, convening.staff.analyst, house.officer]) {
      for (const table of ["round_reminders", "notices"])
        await expect(
          asViewer(world.db, by, (tx) => tx.execute(sql`select 1 from ${sql.identifier(table)}`)),
        ).rejects.toMatchObject({ cause: { code: "42501" } });
      const [took] = await asViewer(world.db, by, (tx) =>
        tx.execute(sql`select round_reminders_take(${beforeEnd(1).toISOString()}::timestamptz) as rounds`),
      );
      expect(took).toEqual({ rounds: 0 });
      const taken = await asViewer(world.db, by, (tx) =>
        tx.execute(
          sql`select * from notices_take(${end.toISOString()}::timestamptz, ${end.toISOString()}::timestamptz, 'new', 25)`,
        ),
      );
      expect([...taken]).toEqual([]);
    }
    expect(await reminded(roundId)).toEqual([]);
  });
});
