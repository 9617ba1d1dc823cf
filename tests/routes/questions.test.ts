import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "~/domain/members/viewer";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { anInstitution } from "../support/adoption";
import { aStaff, text } from "../support/desk";
import { aMember } from "../support/people";
import { aProgram } from "../support/program";
import { anAnswer, anInquiry, type Inquiry } from "../support/questions";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

// Every page as it comes without scripts, and what programs get.

let world: World;
let site: Site;
let inquiry: Inquiry;
beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  inquiry = await anInquiry(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

async function visitor(member: Member) {
  const { cookie } = await aSession(world, member, { confirmedAt: new Date() });
  return async (path: string, fields?: Record<string, string>) => {
    const answer = await site.ask(path, {
      redirect: "manual",
      headers: { Cookie: cookie, Origin: site.origin },
      ...(fields ? { method: "POST", body: new URLSearchParams(fields) } : {}),
    });
    return { status: answer.status, to: answer.headers.get("Location") ?? "", text: await answer.text() };
  };
}

const words = "¿Comprende la señal las cuentas de nómina de terceros?";
const typed = (given: Record<string, string> = {}) => {
  const { question, answer } = anAnswer();
  return {
    revision: "0",
    addressee: "everyone",
    questionEs: question.es,
    questionEn: question.en,
    answerEs: answer.es,
    answerEn: answer.en,
    ...given,
  };
};

test("a question goes from the advisory's page to an answer beside the text, in both languages", async () => {
  const { house, staff, officer, number } = inquiry;
  const bank = await visitor(house.officer);
  const page = await bank(paths.advisory("es", number));
  expect(page.text).toContain(i18nOf("es").t("questions:ask.link"));
  const asking = paths.newQuestion("es", number, `${number}#RF-01`);
  expect((await bank(asking)).text).toContain(`${number}#RF-01`);
  const fields = { advisory: number, redFlag: `${number}#RF-01`, language: "es", naming: "unnamed" };
  const stopped = await bank(asking, { ...fields, text: "El cliente HEGG560427MVZRRL04 pregunta" });
  expect(stopped.status).toBe(422);
  expect(stopped.text).toContain("HEGG560427MVZRRL04");
  const sent = await bank(asking, { ...fields, text: words });
  const id = sent.to.match(/questions\/([^?]+)/)?.[1] ?? "";
  expect(sent.to).toBe(paths.questionSaved("es", id));
  expect((await bank(sent.to)).text).toContain(words);

  const analyst = await visitor(staff.analyst);
  expect((await analyst(paths.today("en"))).text).toContain(i18nOf("en").t("questions:toQueue"));
  const queue = await analyst(paths.questions("en"));
  expect(queue.text).toContain(words);
  expect(queue.text).not.toContain(house.organisation.shortName);
  expect(
    (await analyst(paths.questionAct("en", id, "assignment"), { to: staff.analyst.memberId })).status,
  ).toBe(302);
  expect((await analyst(paths.question("en", id), typed())).to).toBe(paths.questionSaved("en", id));
  const desk = await analyst(paths.question("en", id));
  expect(desk.text).toContain(typed().answerEn);
  expect((await analyst(paths.questionAct("en", id, "release"), { revision: "1" })).status).toBe(403);
  const speaker = await visitor(officer);
  expect((await speaker(paths.question("en", id))).text).toContain(
    i18nOf("en").t("questions:release.act.everyone"),
  );
  expect((await speaker(paths.questionAct("en", id, "release"), { revision: "1" })).status).toBe(302);

  for (const [language, said] of [
    ["es", typed().answerEs],
    ["en", typed().answerEn],
  ] as const) {
    const open = await (await site.ask(paths.advisory(language, number))).text();
    expect(open).toContain(said);
    expect(open).not.toContain(words);
    expect(open).not.toContain(id);
    expect((await bank(paths.question(language, id))).text).toContain(said);
  }
  expect((await bank(paths.today("es"))).text).toContain(i18nOf("es").t("questions:toOwn"));
  const withdrawal = { reasonEs: "Se revisa el criterio.", reasonEn: "The criterion is under review." };
  expect((await speaker(paths.questionAct("en", id, "answer-withdrawal"), withdrawal)).status).toBe(302);
  expect(await (await site.ask(paths.advisory("en", number))).text()).toContain(withdrawal.reasonEn);
});

describe("whoever has no business with a question", () => {
  test("gets what a question that does not exist gets, by page and by program, and counts nothing", async () => {
    const bank = await aProgram(world, site, inquiry.house.officer);
    const asked = { advisory: inquiry.number, language: "es", text: "¿Y las tarjetas prepagadas?" };
    const { json } = await bank("POST", "/questions", { json: asked });
    const id: string = json.id;
    const absent = crypto.randomUUID();
    const elsewhere = await aStaff(world);
    const strangers = {
      "another institution": (await anInstitution(world)).officer,
      "another authority": await aMember(world, { organisation: elsewhere.authority, roles: ["officer"] }),
    };
    for (const [name, who] of Object.entries(strangers)) {
      const page = await visitor(who);
      const program = await aProgram(world, site, who);
      const bare = (answer: string) => answer.replaceAll(id, "ID").replaceAll(absent, "ID");
      for (const act of ["", "/release", "/withdrawal", "/assignment", "/answer-withdrawal"]) {
        const fields = act === "" ? undefined : { revision: "1", to: absent, reasonEs: "a", reasonEn: "b" };
        const [seen, none] = [
          await page(`/es/questions/${id}${act}`, fields),
          await page(`/es/questions/${absent}${act}`, fields),
        ];
        expect([seen.status, seen.to], `${name} ${act}`).toEqual([none.status, none.to]);
      }
      const writes = [
        ["GET", "", undefined],
        ["DELETE", "", undefined],
        ["PUT", "/assignee", { memberId: absent }],
        ["PUT", "/answer", { ...anAnswer(), revision: 0 }],
        ["POST", "/release", { revision: 1 }],
        ["POST", "/answer-withdrawal", { reason: text("a", "b") }],
      ] as const;
      const sending = (body: unknown) => (body === undefined ? {} : { json: body });
      for (const [method, act, body] of writes) {
        const [seen, none] = [
          await program(method, `/questions/${id}${act}`, sending(body)),
          await program(method, `/questions/${absent}${act}`, sending(body)),
        ];
        expect([seen.status, bare(JSON.stringify(seen.json))], `${name} ${method}${act}`).toEqual([
          none.status,
          bare(JSON.stringify(none.json)),
        ]);
        expect(seen.status, `${name} ${method}${act}`).toBeGreaterThanOrEqual(403);
      }
      expect((await program("GET", "/questions")).json).toEqual({ items: [], next: null });
      expect((await page(paths.questions("es"))).text).not.toContain("prepagadas");
    }
    await world.owner`update organisations set vetting = 'revoked' where id = ${inquiry.house.organisation.id}`;
    expect((await bank("GET", `/questions/${id}`)).status).toBe(401);
    await world.owner`update organisations set vetting = 'vetted' where id = ${inquiry.house.organisation.id}`;
    const found = await bank("GET", `/questions/${id}`);
    expect(found.json).toMatchObject({ state: "asked", naming: "unnamed", asker: null, draft: null });
  });
});
