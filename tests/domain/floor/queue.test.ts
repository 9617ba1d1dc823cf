import { expect, test } from "vitest";
import { meanOf, mostChosen, queueOf } from "~/domain/floor/floor";

const asked = (id: string, position: number, given: { hidden?: object; settlement?: "answered" } = {}) => ({
  id,
  position,
  hidden: given.hidden ?? null,
  settlement: given.settlement ?? null,
});
const votes = (contributionId: string, count: number, own = false) => ({ contributionId, votes: count, own });

test("questions stand by their votes, those with as many in the order of asking; hidden ones not at all", () => {
  const { waiting, settled } = queueOf(
    [
      asked("late", 9),
      asked("early", 2),
      asked("hidden", 1, { hidden: {} }),
      asked("wanted", 7),
      asked("done", 3, { settlement: "answered" }),
    ],
    [votes("wanted", 3, true), votes("hidden", 5), votes("done", 4)],
  );
  expect(waiting.map(({ question, votes: count, own }) => [question.id, count, own])).toEqual([
    ["wanted", 3, true],
    ["early", 0, false],
    ["late", 0, false],
  ]);
  expect(settled.map(({ question, votes: count }) => [question.id, count])).toEqual([["done", 4]]);
});

test("of a poll, what was chosen most may be several; a scale has a mean", () => {
  expect(mostChosen([2, 5, 0, 5])).toEqual({ most: 5, places: [1, 3] });
  expect(meanOf([1, 0, 0, 0, 3])).toBe(4);
});
