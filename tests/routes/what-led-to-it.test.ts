import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import type { Member } from "~/domain/members/viewer";
import { citeReplies } from "~/domain/replies/cite-replies.server";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { clearAll, noted, publish, save, text, value } from "../support/desk";
import { aMember } from "../support/people";
import { aProgram } from "../support/program";
import { anAnswer, anAnswered, anInquiry } from "../support/questions";
import { aClosedRound, afterwards, aReply, type ClosedRound } from "../support/replies";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

let world: World;
let site: Site;
let round: ClosedRound;
let replyId: string;
/** One of the institutions that were asked. */
let asked: Member;

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  round = await aClosedRound(world, { tlp: "GREEN" });
  const [house] = round.houses;
  if (!house) throw new Error("nobody was asked");
  asked = house.officer;
  replyId = await aReply(world, round);
  const by = round.staff.analyst;
  const draft = value(await amendAdvisory(world.db, { number: round.number, by, at: afterwards }));
  value(await citeReplies(world.db, { draftId: draft.id, replyIds: [replyId], by, at: afterwards }));
  value(await save(world, by, draft.id, noted));
  await clearAll(world, round.staff, draft.id);
  value(await publish(world, round.staff, draft.id));
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const cited = () => ({
  id: replyId,
  outcome: "amended",
  answer: { es: "Pediremos que se anote.", en: "We will ask for it to be kept." },
});

describe("a version that came of a reply says so", () => {
  test("to a program, in its data and in what changed, to who may read the reply and to no one else", async () => {
    const stranger = await aMember(world, { roles: ["officer"] });
    for (const [reader, expected] of [
      [asked, [cited()]],
      [stranger, []],
      [undefined, []],
    ] as const) {
      const ask = await aProgram(world, site, reader);
      const document = await ask("GET", `/advisories/${round.number}`);
      expect(document.status).toBe(200);
      expect(document.json.cameOf).toMatchObject(expected);
      expect(document.json.cameOf).toHaveLength(expected.length);
      const changes = await ask("GET", `/advisories/${round.number}/changes/1...2`);
      expect(changes.json.cameOf).toMatchObject(expected);
      expect(changes.json.cameOf).toHaveLength(expected.length);
    }
    const first = await (await aProgram(world, site, asked))("GET", `/advisories/${round.number}/versions/1`);
    expect(first.json.cameOf).toEqual([]);
  });

  test("on the page of what changed, in both languages", async () => {
    const { cookie } = await aSession(world, asked);
    for (const language of ["es", "en"] as const) {
      const path = paths.changes(language, round.number, 1, 2);
      const page = await (await site.ask(path, { headers: { Cookie: cookie } })).text();
      expect(page).toContain(cited().answer[language]);
      expect(page).toContain(i18nOf(language).t("replies:outcome.amended"));
      expect(await (await site.ask(path)).text()).not.toContain(cited().answer[language]);
    }
  });
});

test("an answer to everyone stands on the page of its typology, and in its data, until it is withdrawn", async () => {
  const code = "cuentas-de-paso";
  const inquiry = await anInquiry(world, {
    typologies: [{ code, printed: text("Cuentas de paso", "Pass-through accounts") }],
  });
  const { answer } = anAnswer();
  const answered = await anAnswered(world, inquiry, {}, { redFlag: `${inquiry.number}#RF-01` });
  const toAsker = await anAnswered(world, inquiry, {
    addressee: "asker",
    answer: text("Solo a ustedes.", "To you alone."),
  });
  const page = async (language: "es" | "en") => (await site.ask(paths.typology(language, code))).text();
  const asks = await aProgram(world, site);
  for (const language of ["es", "en"] as const) {
    expect(await page(language)).toContain(answer[language]);
    expect(await page(language)).not.toContain(language === "es" ? "Solo a ustedes." : "To you alone.");
  }
  const { json } = await asks("GET", `/typologies/${code}`);
  expect(json.answers).toMatchObject([{ id: answered.answerId, answer }]);
  expect(JSON.stringify(json)).not.toContain(toAsker.answerId);
  const reason = text("Se revisa el criterio.", "The criterion is under review.");
  // By a program: the answer to a write waits until the kept pages that say otherwise are dropped.
  const officer = await aProgram(world, site, inquiry.officer);
  const withdrawn = await officer("POST", `/questions/${answered.id}/answer-withdrawal`, {
    json: { reason },
  });
  expect(withdrawn.status).toBeLessThan(300);
  expect(await page("es")).toContain(reason.es);
});
