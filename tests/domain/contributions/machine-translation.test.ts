import { beforeAll, describe, expect, test } from "vitest";
import { hideContribution } from "~/domain/contributions/hide-contribution.server";
import { SeatPace } from "~/domain/contributions/seat-pace";
import { translateByLibreTranslate } from "~/domain/contributions/translate-by-libre-translate.server";
import { translateByMachine } from "~/domain/contributions/translate-by-machine.server";
import { translateContribution } from "~/domain/contributions/translate-contribution.server";
import type { Translator } from "~/domain/contributions/translator";
import type { Member } from "~/domain/members/viewer";
import { done } from "~/domain/outcome";
import { reasonOf, value } from "../../support/desk";
import { aRoomOpen, during, type RoomOpen, roomOf, say } from "../../support/rooms";
import { keys } from "../../support/rounds";
import { aTranslationService, type Fate } from "../../support/translation-service";
import { aWorld } from "../../support/world";

const world = aWorld();
let room: RoomOpen;
let id: string;
beforeAll(async () => {
  room = await aRoomOpen(world);
  id = room.roundtableId;
});

type Given = { translator?: Translator | undefined; by?: Member; pace?: SeatPace };
const hello: Translator = async () => done("Good morning.");
const ask = (contributionId: string, given: Given = {}) =>
  translateByMachine(world.db, {
    ...{ roundtableId: id, contributionId, keys, at: during },
    translator: "translator" in given ? given.translator : hello,
    pace: given.pace ?? new SeatPace(),
    by: given.by ?? room.other,
  });
const said = async (text = "Buenos días.", given: Parameters<typeof say>[4] = {}) =>
  value(await say(world, id, room.one, text, { mode: "unattributed", ...given })).id;
const besideIt = async (contributionId: string, by: Member = room.chair) =>
  (await roomOf(world, id, by))?.contributions.find((one) => one.id === contributionId)?.translations;

/** What a service of that fate is asked, and what comes of it. */
async function askedOf(fate: Fate, { patienceMs = 10_000, contributionId = "" } = {}) {
  const service = await aTranslationService(() => fate);
  const translator = translateByLibreTranslate({ url: service.url, apiKey: "llave" }, { patienceMs });
  const which = contributionId || (await said());
  return { outcome: await ask(which, { translator }), which, ...service };
}

describe("a machine", () => {
  test("is given the words and their language, and nothing of whose they are, where they were said or who asks", async () => {
    const { outcome, calls, which } = await askedOf({ what: "translated", text: "Good morning." });
    value(outcome);
    expect(calls).toHaveLength(1);
    const [call] = calls;
    expect(call).toMatchObject({ method: "POST", path: "/translate" });
    expect(call?.asked).toEqual({
      q: "Buenos días.",
      source: "es",
      target: "en",
      format: "text",
      api_key: "llave",
    });
    const all = JSON.stringify(call);
    for (const trace of [id, which, room.one.name, room.one.memberId, room.other.name, room.other.memberId])
      expect(all).not.toContain(trace);
    expect(await besideIt(which)).toEqual([{ language: "en", text: "Good morning.", by: null }]);
  });

  test("says it in Spanish where it was said in English", async () => {
    const contributionId = await said("Good evening.", { language: "en" });
    const { calls } = await askedOf({ what: "translated", text: "Buenas noches." }, { contributionId });
    expect(calls[0]?.asked).toMatchObject({ source: "en", target: "es" });
    expect(await besideIt(contributionId)).toMatchObject([{ language: "es", text: "Buenas noches." }]);
  });

  test("that reads markup is shown as text", async () => {
    const text = "<script>alert(1)</script> Good morning.";
    const { which } = await askedOf({ what: "translated", text });
    expect(await besideIt(which)).toMatchObject([{ text }]);
  });

  test.each<[string, Fate, string]>([
    [
      "fails",
      { what: "answered", status: 500, type: "application/json", body: '{"error":"no"}' },
      "translator_failed",
    ],
    [
      "does not know the language",
      { what: "answered", status: 400, type: "application/json", body: '{"error":"no"}' },
      "translator_failed",
    ],
    [
      "has too much to do",
      { what: "answered", status: 429, type: "application/json", body: "{}" },
      "translator_busy",
    ],
    [
      "answers a page",
      { what: "answered", status: 200, type: "text/html", body: "<html>Sign in</html>" },
      "translator_failed",
    ],
    [
      "answers something else",
      { what: "answered", status: 200, type: "application/json", body: '{"text":"Hi."}' },
      "translator_failed",
    ],
    ["answers nothing", { what: "translated", text: "  " }, "translator_failed"],
    ["says far more than it was given", { what: "translated", text: "x".repeat(9000) }, "translator_failed"],
    ["does not stop", { what: "giant" }, "translator_failed"],
    ["cuts the line", { what: "cut" }, "translator_failed"],
    [
      "identifies somebody",
      { what: "translated", text: "It was HEGG560427MVZRRL04." },
      "machine_words_stopped",
    ],
  ])("that %s leaves nothing beside what was said", async (_, fate, reason) => {
    const { outcome, which } = await askedOf(fate);
    expect(reasonOf(outcome)).toBe(reason);
    expect(await besideIt(which)).toEqual([]);
    expect(await world.owner`select 1 from room_translations where contribution_id = ${which}`).toHaveLength(
      0,
    );
  });

  test("that does not answer is not waited for longer than its time, and that nobody runs not at all", async () => {
    const { outcome } = await askedOf({ what: "silent" }, { patienceMs: 50 });
    expect(reasonOf(outcome)).toBe("translator_failed");
    const nobody = translateByLibreTranslate({ url: "http://127.0.0.1:1", apiKey: undefined });
    expect(reasonOf(await ask(await said(), { translator: nobody }))).toBe("translator_failed");
  });

  test("never sends the words on to another address", async () => {
    const elsewhere = await aTranslationService();
    const { outcome } = await askedOf({ what: "sent elsewhere", to: `${elsewhere.url}/translate` });
    expect(reasonOf(outcome)).toBe("translator_failed");
    expect(elsewhere.calls).toEqual([]);
  });

  test("takes four at once, and sends the next away rather than let them wait", async () => {
    const service = await aTranslationService(() => ({ what: "silent" }));
    const translator = translateByLibreTranslate({ ...service, apiKey: undefined }, { patienceMs: 100 });
    const asked = { text: "Hola.", from: "es", to: "en" } as const;
    const five = await Promise.all(Array.from({ length: 5 }, () => translator(asked)));
    expect(five.map(reasonOf)).toEqual([...Array(4).fill("translator_failed"), "translator_busy"]);
    expect(
      reasonOf(
        await translateByLibreTranslate({ ...(await aTranslationService()), apiKey: undefined })(asked),
      ),
    ).toBe("done");
  });
});

describe("a translation by a machine", () => {
  test("says that nobody answers for it, and gives way to one by a person", async () => {
    const which = await said();
    const before = (await roomOf(world, id, room.chair))?.revision ?? 0;
    value(await ask(which));
    const news = await roomOf(world, id, room.chair, before);
    expect(news?.contributions).toMatchObject([{ id: which, translations: [{ by: null }] }]);
    const person = { roundtableId: id, contributionId: which, text: "Good day.", keys, at: during };
    value(await translateContribution(world.db, { ...person, by: room.one }));
    expect(await besideIt(which)).toEqual([
      { language: "en", text: "Good day.", by: `${room.one.name}, ${room.one.organisation}` },
    ]);
    expect(reasonOf(await ask(which))).toBe("translated_already");
    expect(reasonOf(await translateContribution(world.db, { ...person, by: room.other }))).toBe(
      "translated_by_another",
    );
  });

  test("is there once, however many ask at a time", async () => {
    const which = await said();
    const asked = await Promise.all([
      ask(which),
      ask(which, { by: room.one }),
      ask(which, { by: room.chair }),
    ]);
    expect(asked.map(reasonOf).sort()).toEqual(["done", "translated_already", "translated_already"]);
    expect(await besideIt(which)).toHaveLength(1);
  });

  test("leaves no row of any table that names who asked, and no time", async () => {
    const which = await said();
    const tables = await world.owner<{ name: string }[]>`
      select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
    const counted = async () => {
      const found: Record<string, string[]> = {};
      for (const { name } of tables)
        found[name] = (
          await world.owner.unsafe<{ row: string }[]>(`select t::text as row from ${name} t order by 1`)
        ).map(({ row }) => row);
      return found;
    };
    const before = await counted();
    value(await ask(which, { by: room.one }));
    const after = await counted();
    const changed = tables.flatMap(({ name }) => {
      const known = new Set(before[name]);
      return (after[name] ?? []).filter((row) => !known.has(row)).map((row) => ({ name, row }));
    });
    expect(changed.map(({ name }) => name)).toEqual(["room_floors", "room_translations"]);
    const traces = [room.one.memberId, room.one.organisationId, room.one.name, "2027-01-20"];
    const [, added] = changed;
    expect(traces.filter((trace) => added?.row.includes(trace))).toEqual([]);
  });

  test("is not to be had of a file, of what is hidden, of another session or where no machine is", async () => {
    const which = await said();
    expect(reasonOf(await ask(which, { translator: undefined }))).toBe("translator_missing");
    expect(reasonOf(await ask(which, { by: room.lead.outside }))).toBe("not_found");
    expect(reasonOf(await ask(which, { by: room.lead.legal }))).toBe("terms_not_accepted");
    const other = await aRoomOpen(world);
    const there = value(await say(world, other.roundtableId, other.one, "Hola.")).id;
    expect(reasonOf(await ask(there))).toBe("not_found");
    const hiding = { contributionId: which, reason: "off-agenda", note: "", keys, at: during } as const;
    value(await hideContribution(world.db, { roundtableId: id, ...hiding, by: room.chair }));
    expect(reasonOf(await ask(which))).toBe("hidden_already");
  });

  test("is not kept where what was said was hidden while the machine thought", async () => {
    const which = await said();
    const hiding = { contributionId: which, reason: "off-agenda", note: "", keys, at: during } as const;
    const translator: Translator = async () => {
      value(await hideContribution(world.db, { roundtableId: id, ...hiding, by: room.chair }));
      return done("Good morning.");
    };
    expect(reasonOf(await ask(which, { translator }))).toBe("hidden_already");
    expect(await world.owner`select 1 from room_translations where contribution_id = ${which}`).toHaveLength(
      0,
    );
  });

  test("is asked by one seat as often as it speaks, and no more", async () => {
    const pace = new SeatPace(1);
    value(await ask(await said(), { pace }));
    expect(reasonOf(await ask(await said(), { pace }))).toBe("too_fast_in_room");
    value(await ask(await said(), { pace, by: room.chair }));
  });
});
