import { expect, test } from "vitest";
import { listRoundsToAnswer } from "~/domain/answers/rounds-to-answer.server";
import type { Member } from "~/domain/members/viewer";
import { at, later } from "../../support/desk";
import { aMember } from "../../support/people";
import {
  aConvening,
  anInstitution,
  anOpenRound,
  answer,
  aWholeForm,
  day,
  fill,
  keys,
} from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();
const asked = (by: Member, when = at) => listRoundsToAnswer(world.db, by, { keys, at: when });

test("an institution's people see the open rounds that ask it and how far its own sheet is, never another's", async () => {
  const convening = await aConvening(world, { institutions: 2 });
  const [one, other] = convening.houses;
  if (!one || !other) throw new Error("nobody was invited");
  const late = await anOpenRound(world, convening, { closesAt: later(9 * day) });
  const soon = await anOpenRound(world, convening, { closesAt: later(2 * day) });
  const whole = aWholeForm();
  const needed = Object.keys(whole).length;
  const [first] = Object.entries(whole);
  await fill(world, one.analyst, soon, Object.fromEntries(first ? [first] : []));
  await answer(world, other, soon);

  expect(await asked(one.analyst)).toMatchObject([
    { id: soon, answered: 1, asked: needed, signed: null },
    { id: late, answered: 0, asked: needed, signed: null },
  ]);
  expect(await asked(other.officer)).toMatchObject([
    { id: soon, answered: needed, signed: 1 },
    { id: late, answered: 0, signed: null },
  ]);
  expect((await asked(one.officer, later(2 * day))).map(({ id }) => id)).toEqual([late]);
});

test("nobody else sees any: not the authority that asks, not the institution's administrator, not one that is not asked", async () => {
  const convening = await aConvening(world, { institutions: 1 });
  await anOpenRound(world, convening);
  const administrator = await aMember(world, {
    ...(convening.houses[0] && { organisation: convening.houses[0].organisation }),
    roles: ["administrator"],
  });
  for (const by of [convening.convener, administrator, (await anInstitution(world)).officer])
    expect(await asked(by)).toEqual([]);
});
