import { afterAll, beforeAll, expect, test } from "vitest";
import type { Member } from "~/domain/members/viewer";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aMember } from "../support/people";
import { aClosedRound, type ClosedRound, pointsOf } from "../support/replies";
import { anInstitution } from "../support/rounds";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

// Every page as it comes without scripts.

let world: World;
let site: Site;
let round: ClosedRound;
beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  round = await aClosedRound(world);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

async function visitor(member?: Member) {
  const cookie = member && (await aSession(world, member, { confirmedAt: new Date() })).cookie;
  return async (path: string, fields?: [string, string][]) => {
    const answer = await site.ask(path, {
      headers: { ...(cookie ? { Cookie: cookie } : {}), Origin: site.origin },
      ...(fields ? { method: "POST", body: new URLSearchParams(fields) } : {}),
    });
    return {
      status: answer.status,
      to: answer.headers.get("Location") ?? "",
      cache: answer.headers.get("Cache-Control"),
      text: (await answer.text()).replaceAll("&#x27;", "'").replaceAll("&quot;", '"'),
    };
  };
}

const reply: [string, string][] = [
  ["saidEs", "Falta un dato para ver la señal."],
  ["saidEn", "A record is missing to see the red flag."],
  ["answerEs", "Pediremos que se anote."],
  ["answerEn", "We will ask for it to be kept."],
  ["outcome", "accepted"],
];

test("points are sorted, answered, published by a second officer, and read by who was asked and by no one else", async () => {
  const { roundId, number } = round;
  const ask = await visitor(round.officer);
  const desk = await ask(paths.roundPoints("es", roundId));
  expect(desk.text).toContain("A nosotros nos falta el dato número 3");
  const themed = await ask(paths.roundThemes("es", roundId), [
    ["es", "Datos de sucursal"],
    ["en", "Branch records"],
  ]);
  expect(themed.to).toBe(paths.roundPoints("es", roundId));
  const { themes, points } = await pointsOf(world, round);
  const [theme] = themes;
  const sorted = points.filter(({ row }) => row === 1).map(({ id }): [string, string] => ["points", id]);
  await ask(paths.pointsSorting("es", roundId), [["theme", theme?.id ?? ""], ["into", "1"], ...sorted]);
  const left = await ask(paths.roundPoints("es", roundId, { unsorted: "1" }));
  expect(left.text.match(/name="points"/g)).toHaveLength(1);

  const place = paths.roundReply("es", roundId, theme?.id ?? "");
  const quoted = reply.map(([name, value]): [string, string] =>
    name === "saidEs" ? [name, "Dicen: A nosotros nos falta el dato número 3 de la sucursal"] : [name, value],
  );
  const stopped = await ask(place, [...quoted, ["revision", "0"]]);
  expect(stopped.status).toBe(422);
  expect(stopped.text).toContain("We will ask for it to be kept.");
  expect((await ask(place, [...reply, ["revision", "0"]])).to).toBe(`${place}?saved`);
  expect((await ask(place)).text).toContain(i18nOf("es").t("replies:release.whoCan"));

  const house = await visitor(round.houses[0]?.officer);
  const outcomes = paths.roundOutcomes("en", roundId);
  expect((await house(outcomes)).text).toContain(i18nOf("en").t("replies:outcomes.nothing"));
  const other = await visitor(round.officer2);
  const [written] = (await pointsOf(world, round)).replies;
  const released = await other(paths.replyRelease("es", roundId, theme?.id ?? ""), [
    ["reply", written?.id ?? ""],
    ["revision", String(written?.open?.revision)],
  ]);
  expect(released.to).toBe(paths.roundPoints("es", roundId));

  const seen = await house(outcomes);
  for (const words of ["A record is missing to see the red flag.", "Branch records"])
    expect(seen.text).toContain(words);
  expect(seen.text).not.toContain("falta el dato");
  const page = await house(paths.advisory("en", number));
  expect(page.text).toContain(i18nOf("en").t("replies:told.heading"));
  expect(page.text).toContain("We will ask for it to be kept.");

  const outside = [
    undefined,
    (await anInstitution(world, "US")).officer,
    await aMember(world, { roles: ["officer"] }),
  ];
  for (const member of outside) {
    const stranger = await visitor(member);
    const there = await stranger(paths.advisory("en", number));
    expect(there.text).not.toContain("We will ask for it to be kept.");
    expect(there.text).not.toContain("you-said");
    if (!member) continue;
    const unknown = "00000000-0000-4000-8000-000000000001";
    for (const path of [paths.roundOutcomes, paths.roundPoints]) {
      const [real, none] = [await stranger(path("en", roundId)), await stranger(path("en", unknown))];
      expect([real.status, real.text.length]).toEqual([none.status, none.text.length]);
    }
  }
  // A reader of the statistics who was not asked reads the reply, and nothing of the round's desk.
  const mexican = await visitor((await anInstitution(world)).analyst);
  expect((await mexican(paths.advisory("en", number))).text).toContain("We will ask for it to be kept.");
  expect((await mexican(paths.roundOutcomes("en", roundId))).status).toBe(404);
});

test("a receipt opens its own points to nobody in particular; a wrong one says the same words whatever is wrong", async () => {
  const { roundId, secrets } = round;
  const nobody = await visitor();
  const form = await nobody(paths.receipts("es", roundId));
  expect(form.text).toContain(`value="${roundId}"`);
  const look = (secret: string, asked = roundId) =>
    nobody(paths.receipts("es"), [
      ["round", asked],
      ["secret", secret],
    ]);
  const found = await look(secrets[1] ?? "");
  expect(found.status).toBe(200);
  expect(found.cache).toContain("no-store");
  expect(found.text).toContain("falta el dato número 1");
  expect(found.text).not.toContain("falta el dato número 2");
  expect(found.text).not.toContain(secrets[1]);
  const other = await aClosedRound(world);
  const wrong = await Promise.all([
    look("garbled"),
    look(other.secrets[0] ?? ""),
    look(secrets[1] ?? "", other.roundId),
    look(secrets[1] ?? "", "not a number".padEnd(36, "?")),
  ]);
  const plain = (text: string) =>
    text.replaceAll(/nonce="[^"]*"/g, "").replaceAll(/"nonce":"[^"]*"/g, "").length;
  expect(new Set(wrong.map(({ status, text }) => `${status} ${plain(text)}`)).size).toBe(1);
  expect(wrong[0]?.text).toContain(i18nOf("es").t("replies:receipts.nothing"));
  // The number stays in its field, for whoever mistyped the secret.
  expect(wrong[0]?.text).toContain(`value="${roundId}"`);
});

test("a program opens a receipt without a token, and a wrong one answers an empty list", async () => {
  const { roundId, secrets } = round;
  const claim = (secret: string) =>
    site.ask("/api/v1/claims", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ roundId, secret }),
    });
  const found = await claim(secrets[2] ?? "");
  expect([found.status, found.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
  const { points } = (await found.json()) as { points: { row: number; written: string }[] };
  expect(points.map(({ row, written }) => [row, written.includes("número 2")])).toEqual([[1, true]]);
  const wrong = await claim("nobody's");
  expect([wrong.status, await wrong.json()]).toEqual([200, { points: [] }]);
});
