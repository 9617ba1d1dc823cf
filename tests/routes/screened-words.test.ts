import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "~/domain/advisories/advisory.form";
import type { Member } from "~/domain/members/viewer";
import { screenText } from "~/domain/screening/screen-text";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aBoard, anInstitution } from "../support/adoption";
import { text, value } from "../support/desk";
import { aProgram } from "../support/program";
import { anAnswer, anInquiry, ask, release, write } from "../support/questions";
import { aClosedRound, pointsOf, replyTexts } from "../support/replies";
import { aPlan, plan } from "../support/rounds";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

// Every free text of feedback, its page without scripts and its operation: words that identify someone or reveal a report are
// kept nowhere, come back as typed, and what is wrong is said at their field.

let world: World;
let site: Site;

type Fields = Record<string, string>;
type Place = {
  by: Member;
  /** The rest of the form. */
  path: (language: Language) => string;
  fields: Fields;
  /** Where the words are typed. */
  field: string;
  send: { method: string; path: string; headers?: Record<string, string>; body: (words: string) => unknown };
};
const places: Record<string, Place> = {};

const stops = {
  "a CURP": "Lo abrió HEGG560427MVZRRL04 en la plaza de Tijuana",
  "a list of customers":
    "Clientes: Ana, HEGG560427MVZRRL04, 4111 1111 1111 1111; Luis, luis.perez@example.com, 219-09-9999",
  "that a report was filed": "We filed a SAR on this customer last week",
  "que se presentó un reporte": "De esa cuenta presentamos un reporte de operación inusual",
};

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  const inquiry = await anInquiry(world);
  const { number, house, staff, officer } = inquiry;
  const asked = { advisory: number, redFlag: "", language: "es", naming: "unnamed" };
  places["a question"] = {
    by: house.officer,
    path: (language) => paths.newQuestion(language, number),
    fields: asked,
    field: "text",
    send: {
      method: "POST",
      path: "/questions",
      body: (words) => ({ advisory: number, language: "es", text: words }),
    },
  };
  const questionId = await ask(world, inquiry);
  const { question, answer } = anAnswer();
  places["an answer"] = {
    by: staff.analyst,
    path: (language) => paths.question(language, questionId),
    fields: {
      revision: "0",
      addressee: "everyone",
      questionEs: question.es,
      questionEn: question.en,
      answerEs: answer.es,
    },
    field: "answerEn",
    send: {
      method: "PUT",
      path: `/questions/${questionId}/answer`,
      body: (words) => ({ ...anAnswer({ answer: text(answer.es, words) }), revision: 0 }),
    },
  };
  const answered = await ask(world, inquiry, { text: "¿Y las cuentas de ahorro?" });
  value(await write(world, answered, staff.analyst));
  value(await release(world, answered, officer));
  places["the reason of a withdrawal"] = {
    by: officer,
    path: (language) => paths.questionAct(language, answered, "answer-withdrawal"),
    fields: { reasonEs: "Se revisa." },
    field: "reasonEn",
    send: {
      method: "POST",
      path: `/questions/${answered}/answer-withdrawal`,
      body: (words) => ({ reason: text("Se revisa.", words) }),
    },
  };
  const corrected = await ask(world, inquiry, { text: "¿Y las de inversión?" });
  value(await write(world, corrected, staff.analyst));
  value(await release(world, corrected, officer));
  places["what a correction corrects"] = {
    by: staff.analyst,
    path: (language) => paths.question(language, corrected),
    fields: {
      revision: "0",
      addressee: "everyone",
      questionEs: question.es,
      questionEn: question.en,
      answerEs: answer.es,
      answerEn: answer.en,
      correctionEn: "Says more.",
    },
    field: "correctionEs",
    send: {
      method: "PUT",
      path: `/questions/${corrected}/answer`,
      body: (words) => ({ ...anAnswer({ correction: text(words, "Says more.") }), revision: 0 }),
    },
  };

  const round = await aClosedRound(world);
  const { roundId } = round;
  places["a theme's name"] = {
    by: round.officer,
    path: (language) => paths.roundThemes(language, roundId),
    fields: { en: "Branch records" },
    field: "es",
    send: {
      method: "POST",
      path: `/rounds/${roundId}/themes`,
      body: (words) => ({ name: text(words, "Branch records") }),
    },
  };
  const speaker = await aProgram(world, site, round.officer);
  await speaker("POST", `/rounds/${roundId}/themes`, { json: { name: text("Plazas", "Places") } });
  const themeId = (await pointsOf(world, round)).themes[0]?.id ?? "";
  places["a theme's new name"] = {
    by: round.officer,
    path: (language) => paths.themeName(language, roundId, themeId),
    fields: { es: "Plazas" },
    field: "en",
    send: {
      method: "PATCH",
      path: `/themes/${themeId}`,
      body: (words) => ({ name: text("Plazas", words) }),
    },
  };
  const said = replyTexts();
  places["a reply"] = {
    by: round.officer,
    path: (language) => paths.roundReply(language, roundId, "row-1"),
    fields: {
      revision: "0",
      saidEs: said.said.es,
      saidEn: said.said.en,
      answerEn: said.answer.en,
      outcome: said.outcome,
    },
    field: "answerEs",
    send: {
      method: "POST",
      path: `/rounds/${roundId}/replies`,
      body: (words) => ({
        subject: { row: 1 },
        revision: 0,
        texts: replyTexts({ answer: text(words, said.answer.en) }),
      }),
    },
  };
  const { convener } = round;
  const planning = aPlan(round);
  const fields = {
    subject: `advisory:1:${round.number}`,
    mode: "unattributed",
    titleEs: "¿Qué han visto?",
    titleEn: "What have you seen?",
    readersEs: "La leen tres personas.",
    readersEn: "Three people read it.",
    tlp: "GREEN",
    jurisdictions: "MX",
  };
  const without = (name: keyof typeof fields): Fields =>
    Object.fromEntries(Object.entries(fields).filter(([one]) => one !== name));
  places["the title of a round"] = {
    by: convener,
    path: paths.newRound,
    fields: without("titleEn"),
    field: "titleEn",
    send: {
      method: "POST",
      path: "/rounds",
      body: (words) => ({ ...planning, title: text("¿Qué han visto?", words) }),
    },
  };
  const planned = await plan(world, round);
  places["who will read a round, as its plan is changed"] = {
    by: convener,
    path: (language) => paths.round(language, planned),
    fields: { ...without("readersEs"), revision: "1" },
    field: "readersEs",
    send: {
      method: "PUT",
      path: `/rounds/${planned}`,
      headers: { "If-Match": '"r1"' },
      body: (words) => ({ ...planning, readersStatement: text(words, "Three people read it.") }),
    },
  };

  const bank = await anInstitution(world);
  const board = await aBoard(world, staff, bank);
  places["a note of a board"] = {
    by: bank.analyst,
    path: (language) => paths.boardItem(language, board.number, board.idOf(1)),
    fields: { revision: "0", version: "1", state: "tuned", ownerId: "", dueOn: "" },
    field: "note",
    send: {
      method: "PATCH",
      path: `/adoption-boards/${board.number}/red-flags/${board.number}/1`,
      headers: { "If-Match": '"r0"' },
      body: (words) => ({ note: words }),
    },
  };
});
afterAll(async () => {
  await site.close();
  await world.close();
});

/** Tables that hold these words, in any column. */
async function keptIn(words: string) {
  const tables = await world.owner<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const one = ({ name }: { name: string }) =>
    `select '${name}' as name where exists (select from "${name}" t where strpos(t::text, $1) > 0)`;
  const rows = await world.owner.unsafe<{ name: string }[]>(tables.map(one).join(" union all "), [words]);
  return rows.map(({ name }) => name);
}

async function post(by: Member, path: string, fields: Fields) {
  const { cookie } = await aSession(world, by, { confirmedAt: new Date() });
  const answer = await site.ask(path, {
    method: "POST",
    headers: { Cookie: cookie, Origin: site.origin },
    body: new URLSearchParams(fields),
  });
  const text = (await answer.text()).replaceAll("&#x27;", "'").replaceAll("&quot;", '"');
  return { status: answer.status, text };
}

/** The field of that name with all that is said of it, up to the next field. */
const fieldIn = (page: string, name: string) => {
  const start = page.search(new RegExp(`<(input|textarea)[^>]* name="${name}"`));
  const next = page.indexOf('class="field"', start);
  return page.slice(start, next === -1 ? undefined : next);
};

const named = [
  "a question",
  "an answer",
  "what a correction corrects",
  "the reason of a withdrawal",
  "a theme's name",
  "a theme's new name",
  "a reply",
  "the title of a round",
  "who will read a round, as its plan is changed",
  "a note of a board",
];

describe.each(named)("%s", (name) => {
  test.each(Object.entries(stops))("does not take %s", async (_, words) => {
    const { by, path, fields, field, send } = places[name] ?? {};
    if (!by || !path || !fields || !field || !send) throw new Error(`no such place: ${name}`);
    for (const language of ["es", "en"] as const) {
      const page = await post(by, path(language), { ...fields, [field]: words });
      expect(page.status, language).toBe(422);
      const here = fieldIn(page.text, field);
      expect(here).toContain(words);
      expect(here).toContain('class="finding-list"');
      expect(here).toContain(i18nOf(language).t("screening:found", { count: screenText(words).length }));
      for (const [other, typed] of Object.entries(fields))
        if (typed.includes(" ")) expect(page.text, other).toContain(typed);
      const program = await aProgram(world, site, by);
      const { method, path: address, headers, body } = send;
      const sent = await program(method, address, {
        json: body(words),
        headers: { ...headers, "Accept-Language": language },
      });
      expect([sent.status, sent.json.type]).toEqual([422, "/problems/screened"]);
      expect(sent.json.detail).toBe(i18nOf(language).t("refused:screened"));
      expect(sent.text).not.toContain(words);
    }
    expect(await keptIn(words)).toEqual([]);
  });
});
