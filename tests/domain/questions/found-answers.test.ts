import { expect, test } from "vitest";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { withdrawAnswer } from "~/domain/questions/withdraw-answer.server";
import { search } from "~/domain/search/search.server";
import { anInstitution } from "../../support/adoption";
import { aFlag, aStaff, at, text, value } from "../../support/desk";
import { anAnswered, anInquiry, ask, release, write } from "../../support/questions";
import { aWorld } from "../../support/world";

const world = aWorld();

/** Words that stand nowhere else, so that what is found is found by the answer alone. */
const words = "axolote mezquite nopal cenzontle chinampa tlacuache jacaranda copal guamuchil pochota".split(
  " ",
);
const aWord = () => words.pop() ?? "huizache";
const saying = (word: string) => ({ answer: text(`Sí, ${word} también.`, `Yes, ${word} too.`) });

const find = async (by: Viewer, q: string) =>
  value(await search(world.db, by, { q, language: "es" })).items.map(({ number, passages }) => [
    number,
    passages.map(({ kind, id }) => `${kind} ${id}`),
  ]);
const counts = async (by: Viewer, q: string) => {
  const { total, facets } = value(await search(world.db, by, { q, language: "es" }));
  return { total, facets: Object.values(facets).flat().length };
};
const nothing = { total: 0, facets: 0 };

test("an answer to everyone is found by its words in either language, with the question that it answers", async () => {
  const inquiry = await anInquiry(world);
  const [es, en] = [aWord(), aWord()];
  const { answerId } = await anAnswered(world, inquiry, {
    question: text(`¿Alcanza a ${es}?`, `Does it reach ${en}?`),
  });
  for (const word of [es, en])
    expect(await find(anonymous, word)).toEqual([[inquiry.number, [`question ${answerId}`]]]);
  const { items } = value(await search(world.db, anonymous, { q: "titular empleado", language: "es" }));
  const [passage] = items.find(({ number }) => number === inquiry.number)?.passages ?? [];
  expect(passage?.text.filter(({ hit }) => hit).map(({ text: t }) => t)).toEqual(["titular", "empleado"]);
});

test("what is only asked, drafted or answered to the asker is found by nobody: not counted, not in a facet", async () => {
  const inquiry = await anInquiry(world);
  const [asked, drafted, given] = [aWord(), aWord(), aWord()];
  const id = await ask(world, inquiry, { text: `¿Alcanza a ${asked}?` });
  value(await write(world, id, inquiry.officer, { addressee: "asker", ...saying(drafted) }));
  const readers = [inquiry.house.officer, inquiry.staff.analyst, inquiry.officer, anonymous];
  for (const by of readers)
    for (const word of [asked, drafted]) expect(await counts(by, word)).toEqual(nothing);
  value(await write(world, id, inquiry.officer, { addressee: "asker", ...saying(given), revision: 1 }));
  value(await release(world, id, inquiry.officer, 2));
  for (const by of readers) expect(await counts(by, given)).toEqual(nothing);
});

test("an answer about a red flag for few is found by those few, and by nobody once it is closed to them", async () => {
  const inside = await anInstitution(world);
  const outside = await anInstitution(world);
  const elsewhere = await aStaff(world);
  const inquiry = await anInquiry(world, {
    audience: { jurisdictions: [], sectors: [], organisations: [inside.organisation.id], members: [] },
    redFlags: [aFlag(1), aFlag(2, { tlp: "AMBER" })],
  });
  const word = aWord();
  const redFlag = `${inquiry.number}#RF-02`;
  await anAnswered(world, { ...inquiry, house: inside }, saying(word), { redFlag });
  expect((await counts(inside.analyst, word)).total).toBe(1);
  expect((await counts(inquiry.staff.legal, word)).total).toBe(1);
  for (const by of [outside.officer, elsewhere.analyst, anonymous])
    expect(await counts(by, word)).toEqual(nothing);
  await world.owner`update indicators set audience = '{}' where public_id = ${redFlag}`;
  expect(await counts(inside.analyst, word)).toEqual(nothing);
});

test("an answer is never found by more than may read it, though its red flag opens to others", async () => {
  const inside = await anInstitution(world);
  const outside = await anInstitution(world);
  const only = (id: string) => ({ jurisdictions: [], sectors: [], organisations: [id], members: [] });
  const inquiry = await anInquiry(world, {
    audience: only(inside.organisation.id),
    redFlags: [aFlag(1), aFlag(2, { tlp: "AMBER" })],
  });
  const word = aWord();
  const redFlag = `${inquiry.number}#RF-02`;
  await anAnswered(world, { ...inquiry, house: inside }, saying(word), { redFlag });
  await world.owner`update indicators set audience = ${world.owner.json(only(outside.organisation.id))} where public_id = ${redFlag}`;
  expect(await counts(outside.officer, word)).toEqual(nothing);
  expect(await counts(inside.officer, word)).toEqual(nothing);
  expect((await counts(inquiry.staff.analyst, word)).total).toBe(1);
});

test("a correction takes the place of what it corrects; what is withdrawn is found no more", async () => {
  const inquiry = await anInquiry(world);
  const [first, second] = [aWord(), aWord()];
  const { id } = await anAnswered(world, inquiry, saying(first));
  expect((await counts(anonymous, first)).total).toBe(1);
  const correction = text("Decía otra cosa.", "It said otherwise.");
  value(await write(world, id, inquiry.staff.analyst, { ...saying(second), correction }));
  value(await release(world, id, inquiry.officer));
  expect([(await counts(anonymous, first)).total, (await counts(anonymous, second)).total]).toEqual([0, 1]);
  const reason = text("Era un error.", "It was a mistake.");
  value(await withdrawAnswer(world.db, { questionId: id, reason, by: inquiry.officer, at }));
  expect(await counts(anonymous, second)).toEqual(nothing);
});
