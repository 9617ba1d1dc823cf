import { afterAll, beforeAll, expect, test } from "vitest";
import type { Member } from "~/domain/members/viewer";
import { env } from "~/env.server";
import { secretKeys } from "~/http/secret-keys.server";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aConvening, anInstitution, anOpenRound, aPlan, aWholeForm, type Convening } from "../support/rounds";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

// Every page as it comes without scripts.

let world: World;
let site: Site;
let convening: Convening;
beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  convening = await aConvening(world, { institutions: 5 });
});
afterAll(async () => {
  await site.close();
  await world.close();
});

async function visitor(member: Member) {
  const { cookie } = await aSession(world, member, { confirmedAt: new Date() });
  const ask = async (path: string, fields?: Record<string, string | string[]>) => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields ?? {}))
      for (const one of [value].flat()) body.append(name, one);
    const answer = await site.ask(path, {
      redirect: "manual",
      headers: { Cookie: cookie, Origin: site.origin },
      ...(fields ? { method: "POST", body } : {}),
    });
    return { status: answer.status, to: answer.headers.get("Location") ?? "", text: await answer.text() };
  };
  return ask;
}

const planned = () => {
  const { title, readersStatement } = aPlan(convening);
  return {
    subject: `advisory:1:${convening.number}`,
    mode: "unattributed",
    titleEs: title.es,
    titleEn: title.en,
    readersEs: readersStatement.es,
    readersEn: readersStatement.en,
    date: "",
    time: "18:00",
    zone: "America/Mexico_City",
    invitedOrganisations: convening.houses.map(({ organisation }) => organisation.id),
    tlp: "GREEN",
    jurisdictions: ["MX"],
  };
};

test("an authority plans a round, is told what is missing, keeps what it typed, and opens it", async () => {
  const ask = await visitor(convening.convener);
  const wrong = await ask(paths.newRound("es"), { ...planned(), date: "2027-02-30" });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain(i18nOf("es").t("refused:closing_unreadable"));
  expect(wrong.text).toContain(planned().readersEs);

  const made = await ask(paths.newRound("es"), planned());
  expect(made.status).toBe(302);
  expect((await ask(made.to)).text).toContain(i18nOf("es").t("refused:no_close"));
  const inAWeek = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString().slice(0, 10);
  const change = { ...planned(), date: inAWeek, revision: "1" };
  expect((await ask(`${made.to}?index`, change)).to).toBe(`${made.to}?saved`);
  expect((await ask(`${made.to}?index`, change)).status).toBe(409);
  const opening = { revision: "2", notForSupervision: "1" };
  expect((await ask(`${made.to}/opening`, { ...opening, notForSupervision: "" })).status).toBe(422);
  expect((await ask(`${made.to}/opening`, opening)).to).toBe(made.to);
  expect((await ask(made.to)).text).toContain(i18nOf("es").t("rounds:run.open"));
});

const sheet = (given: Record<string, unknown>, revision: number) =>
  Object.fromEntries(
    Object.entries(given).flatMap(([place, answer]) => [
      [place, String(answer)],
      [`revision:${place}`, String(revision)],
    ]),
  );

test("an institution fills in its form, sees what a colleague answered meanwhile, reviews, and signs once more to correct", async () => {
  const [house] = convening.houses;
  if (!house) throw new Error("nobody was invited");
  const at = paths.round(
    "en",
    await anOpenRound(world, convening, { closesAt: new Date(Date.now() + 90_000_000) }, await secretKeys()),
  );
  const [analyst, officer] = [await visitor(house.analyst), await visitor(house.officer)];
  expect((await analyst(`${at}/answers`, sheet(aWholeForm(), 0))).to).toBe(`${at}?saved`);
  const late = await officer(
    `${at}/answers`,
    sheet({ "1.seen": "often", "0.questionToAuthority": "¿Por qué?" }, 0),
  );
  expect(late.status).toBe(409);
  expect(late.text).toContain(i18nOf("en").t("rounds:sheet.overtaken", { count: 1 }));
  expect(late.text).toContain(
    i18nOf("en").t("rounds:sheet.theirs", { name: house.analyst.name, answer: "Never" }),
  );
  expect((await officer(`${at}/answers`, sheet({ "1.seen": "often" }, 1))).to).toBe(`${at}?saved`);

  const review = await officer(`${at}/signature`);
  expect(review.text).toContain("¿Por qué?");
  const digest = /name="digest" value="([^"]+)"/.exec(review.text)?.[1] ?? "";
  expect((await analyst(`${at}/signature`, { digest })).status).toBe(403);
  const receipt = await officer(`${at}/signature`, { digest });
  expect(receipt.status).toBe(200);
  expect(receipt.text).toContain(i18nOf("en").t("rounds:receipt.once"));
  // On paper too it says where it opens.
  expect(receipt.text).toContain(`>${env().origin}${paths.receipts("en", at.split("/").at(-1))}<`);
  expect((await officer(`${at}/signature`)).text).toContain(
    i18nOf("en").t("rounds:sign.again", { version: 2 }),
  );
});

test("whoever is not of a round finds no page of it", async () => {
  const id = await anOpenRound(world, convening, {}, await secretKeys());
  const nowhere = "6f1c2a34-0000-4000-8000-00000000ffff";
  const strangers = [
    (await anInstitution(world)).officer,
    (await aConvening(world, { institutions: 0 })).convener,
  ];
  for (const stranger of strangers) {
    const ask = await visitor(stranger);
    for (const part of ["", "/signature"]) {
      const [there, none] = [
        await ask(paths.round("es", id) + part),
        await ask(paths.round("es", nowhere) + part),
      ];
      expect([there.status, there.text.replaceAll(id, nowhere).replace(/nonce="[^"]*"/g, "")]).toEqual([
        404,
        none.text.replace(/nonce="[^"]*"/g, ""),
      ]);
    }
    for (const act of ["opening", "extension", "calling-off", "answers", "signature"] as const) {
      expect(
        (
          await ask(paths.roundAct("es", id, act), {
            digest: "x",
            date: "2027-01-20",
            time: "18:00",
            zone: "UTC",
          })
        ).status,
        act,
      ).toBe(404);
    }
    expect((await ask(paths.rounds("es"))).text).not.toContain(id);
  }
});
