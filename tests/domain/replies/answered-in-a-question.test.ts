import { beforeAll, expect, test } from "vitest";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { anonymous } from "~/domain/members/viewer";
import { withdrawAnswer } from "~/domain/questions/withdraw-answer.server";
import { findOutcomes } from "~/domain/replies/outcomes.server";
import { releaseReply } from "~/domain/replies/release-reply.server";
import { listReplies } from "~/domain/replies/replies.server";
import { advisoryDocument } from "~/http/api/advisory-document.server";
import { reasonOf, text, value } from "../../support/desk";
import { anAnswered, anInquiry } from "../../support/questions";
import { aClosedRound, afterwards, aReply, type ClosedRound, pointsOf, write } from "../../support/replies";
import { aWorld } from "../../support/world";

const world = aWorld();
let round: ClosedRound;
beforeAll(async () => {
  round = await aClosedRound(world);
});

/** An institution of the round asked about its first red flag, and its authority answered everyone. */
async function anAnswerOf({ staff, number, houses, officer, officer2 }: ClosedRound, given = {}) {
  const [house] = houses;
  if (!house) throw new Error("nobody was asked");
  const inquiry = { staff, number, house: { ...house, administrator: house.officer }, officer, officer2 };
  const { answerId, id } = await anAnswered(world, inquiry, given, { redFlag: `${number}#RF-01` });
  return { answerId, questionId: id };
}
const asQuestion = (answeredIn: string | null) => ({ outcome: "question" as const, answeredIn });

test("the sixth outcome leads to the answer that explains it, for readers and for the holder of a receipt", async () => {
  const { answerId } = await anAnswerOf(round);
  const id = await aReply(world, round, { texts: asQuestion(answerId) });
  const answered = { id: answerId, number: round.number, redFlag: `${round.number}#RF-01` };
  const [told] = await listReplies(world.db, round.houses[1]?.officer ?? anonymous, {
    roundId: round.roundId,
  });
  expect(told).toMatchObject({ id, outcome: "question", answered });
  const mine = await findOutcomes(world.db, { roundId: round.roundId, secret: round.secrets[2] ?? "" });
  expect(mine.flatMap(({ replies }) => replies)).toMatchObject([{ outcome: "question", answered }]);
});

test("names an answer that its authority gave everyone, and nothing else", async () => {
  const subject = { row: 2 };
  const foreign = await anInquiry(world);
  const { answerId } = await anAnswered(world, foreign);
  const toAsker = await anAnswerOf(round, { addressee: "asker" });
  for (const answeredIn of [answerId, toAsker.answerId, round.roundId])
    expect(reasonOf(await write(world, round, { subject, texts: asQuestion(answeredIn) }))).toBe(
      "answer_unknown",
    );
  const { replyId, revision } = value(await write(world, round, { subject, texts: asQuestion(null) }));
  const release = (read: number) =>
    releaseReply(world.db, { replyId, revision: read, by: round.officer2, at: afterwards });
  expect(reasonOf(await release(revision))).toBe("reply_needs_answer");
  expect((await pointsOf(world, round)).replies.find(({ id }) => id === replyId)?.open?.blockers).toEqual([
    "reply_needs_answer",
  ]);
});

test("is not released once the answer was withdrawn; what was released keeps leading to where it stands withdrawn", async () => {
  const of = await aClosedRound(world);
  const { answerId, questionId } = await anAnswerOf(of);
  await aReply(world, of, { texts: asQuestion(answerId) });
  const open = value(await write(world, of, { subject: { row: 2 }, texts: asQuestion(answerId) }));
  const reason = text("Era un error.", "It was a mistake.");
  value(await withdrawAnswer(world.db, { questionId, reason, by: of.officer, at: afterwards }));
  expect(reasonOf(await releaseReply(world.db, { ...open, by: of.officer2, at: afterwards }))).toBe(
    "reply_needs_answer",
  );
  const [told] = await listReplies(world.db, of.officer, { roundId: of.roundId });
  expect(told?.answered?.id).toBe(answerId);
});

test("an answer that not everyone who was asked may read is not told by a receipt, nor to who may not read it", async () => {
  const of = await aClosedRound(world);
  const { answerId } = await anAnswerOf(of);
  await aReply(world, of, { texts: asQuestion(answerId) });
  await world.owner`update indicators set audience = '{}', tlp = 'RED' where public_id = ${`${of.number}#RF-01`}`;
  const [told] = await listReplies(world.db, of.houses[1]?.officer ?? anonymous, { roundId: of.roundId });
  expect(told).toMatchObject({ outcome: "question", answered: null });
  const mine = await findOutcomes(world.db, { roundId: of.roundId, secret: of.secrets[2] ?? "" });
  expect(mine.flatMap(({ replies }) => replies)).toMatchObject([{ outcome: "question", answered: null }]);
});

test("an advisory as data carries what was answered to everyone, to whoever may read it, and names no one", async () => {
  const of = await aClosedRound(world);
  const { answerId } = await anAnswerOf(of);
  await anAnswerOf(of, { addressee: "asker" });
  const view = await findAdvisory(world.db, anonymous, of.number);
  if (!view) throw new Error("it is open to all");
  const { answers, cameOf } = await advisoryDocument(world.db, anonymous, view);
  expect(answers).toMatchObject([
    { id: answerId, redFlag: `${of.number}#RF-01`, version: 1, withdrawn: null },
  ]);
  expect(cameOf).toEqual([]);
  const shown = JSON.stringify(answers);
  for (const { organisation, officer } of of.houses)
    for (const trace of [organisation.id, organisation.shortName, officer.memberId])
      expect(shown).not.toContain(trace);
});
