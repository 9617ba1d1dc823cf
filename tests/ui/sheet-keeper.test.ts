import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer } from "~/domain/answers/answer";
import { countKeptAnswers, findKeptAnswers, forgetKeptAnswers, sheetDrawer } from "~/ui/rounds/kept-answers";
import type { Sent } from "~/ui/rounds/send-answers";
import { SheetKeeper } from "~/ui/rounds/sheet-keeper";
import { aBrowserStorage } from "../support/browser-storage";

type Stored = { answer: Answer; revision: number; changedBy: string };

/** A server that keeps answers as the real one does. */
function aServer() {
  const server = { down: false, refuses: "", sheet: new Map<string, Stored>(), received: [] as Sent[][] };
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    if (server.down) throw new TypeError("no network");
    const { answers } = JSON.parse(body) as { answers: Sent[] };
    server.received.push(answers);
    const odd = answers.some(({ answer }) => answer === server.refuses);
    if (odd) return Response.json({ ok: false, reason: "answer_does_not_fit", facts: {} }, { status: 422 });
    const kept = [];
    const overtaken = [];
    for (const { row, question, answer, revision } of answers) {
      const there = server.sheet.get(`${row}.${question}`);
      if (there && there.revision !== revision) overtaken.push({ row, question, ...there });
      else {
        server.sheet.set(`${row}.${question}`, { answer, revision: revision + 1, changedBy: "Ana" });
        kept.push({ row, question, revision: revision + 1 });
      }
    }
    return Response.json({ ok: true, value: { kept, overtaken } });
  });
  return server;
}

const aKeeper = async (page = "p") => {
  const keeper = new SheetKeeper({
    entries: [],
    mine: {},
    address: "/changes",
    drawer: () => sheetDrawer("round", "member", page),
    stops: async (text) => text.includes("CURP"),
    name: "Ana",
  });
  await keeper.open();
  return keeper;
};
const later = () => vi.advanceTimersByTimeAsync(5000);

let stored: Map<string, string>;
beforeEach(() => {
  vi.useFakeTimers();
  stored = aBrowserStorage();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a sheet kept in the browser", () => {
  it("shows an answer at once, sends it by itself and keeps nothing of it once it is saved", async () => {
    const server = aServer();
    const keeper = await aKeeper();
    keeper.set("1.seen", "often");
    expect(keeper.snapshot().answers["1.seen"]).toBe("often");
    expect([...stored.values()].join()).toContain("often");
    await later();
    expect(server.sheet.get("1.seen")?.answer).toBe("often");
    expect(keeper.snapshot().state).toBe("saved");
    expect(stored.size).toBe(0);
  });

  it("says how much was not sent while nothing answers, sends it when the line is back, also after a reload", async () => {
    const server = aServer();
    server.down = true;
    const keeper = await aKeeper();
    keeper.set("1.seen", "often");
    keeper.set("1.missingRecords", "IP de inicio de sesión");
    await later();
    expect(keeper.snapshot().state).toBe("away");
    expect(countKeptAnswers()).toBe(2);
    keeper.close();
    server.down = false;
    const again = await aKeeper("q");
    expect(again.snapshot().answers["1.missingRecords"]).toBe("IP de inicio de sesión");
    await later();
    expect(server.sheet.size).toBe(2);
    expect(countKeptAnswers()).toBe(0);
  });

  it("keeps both answers where a colleague was faster, until one is chosen", async () => {
    const server = aServer();
    const keeper = await aKeeper();
    server.sheet.set("1.seen", { answer: "never", revision: 1, changedBy: "Luis" });
    keeper.set("1.seen", "often");
    await later();
    expect(keeper.snapshot().answers["1.seen"]).toBe("often");
    expect(keeper.snapshot().mine["1.seen"]?.theirs).toMatchObject({ answer: "never", changedBy: "Luis" });
    keeper.set("1.seen", "rarely");
    await later();
    expect(server.sheet.get("1.seen")?.answer).toBe("never");
    keeper.keepMine("1.seen");
    await later();
    expect(server.sheet.get("1.seen")?.answer).toBe("rarely");

    server.sheet.set("1.adopted", { answer: "earlier", revision: 3, changedBy: "Luis" });
    keeper.set("1.adopted", "not-adopted");
    await later();
    keeper.takeTheirs("1.adopted");
    expect(keeper.snapshot().answers["1.adopted"]).toBe("earlier");
    expect(keeper.snapshot().mine).toEqual({});
  });

  it("neither sends nor keeps a text that must not be stored, and sends the rest", async () => {
    const server = aServer();
    const keeper = await aKeeper();
    keeper.set("1.missingRecords", "su CURP");
    keeper.set("1.seen", "often");
    await later();
    expect(keeper.snapshot().mine["1.missingRecords"]?.reason).toBe("screened");
    expect([...server.sheet.keys()]).toEqual(["1.seen"]);
    expect([...stored.values()].join()).not.toContain("CURP");
    keeper.set("1.missingRecords", "su edad");
    await later();
    expect(server.sheet.get("1.missingRecords")?.answer).toBe("su edad");
  });

  it("does not let one answer that does not fit hold up the others", async () => {
    const server = aServer();
    server.refuses = "never";
    const keeper = await aKeeper();
    keeper.set("1.seen", "never");
    keeper.set("2.seen", "often");
    keeper.set("3.seen", "rarely");
    await later();
    expect([...server.sheet.keys()]).toEqual(["2.seen", "3.seen"]);
    expect(keeper.snapshot().mine["1.seen"]?.reason).toBe("answer_does_not_fit");
    expect(keeper.snapshot().state).toBe("saved");
  });

  it("shows what colleagues saved, never over words that are being typed", async () => {
    aServer();
    const keeper = await aKeeper();
    const entry = { row: 1, revision: 1, changedBy: "Luis" };
    keeper.set("1.missingRecords", "Mío");
    keeper.receive([
      { ...entry, question: "seen", answer: "often" },
      { ...entry, question: "missingRecords", answer: "Suyo" },
    ]);
    expect(keeper.snapshot().answers).toEqual({ "1.seen": "often", "1.missingRecords": "Mío" });
  });

  it("sends no corridor of which one end is missing", async () => {
    const server = aServer();
    const keeper = await aKeeper();
    keeper.set("0.corridor", { from: "MX", to: "" });
    await later();
    expect(server.received).toEqual([]);
    keeper.set("0.corridor", { from: "MX", to: "US" });
    await later();
    expect(server.sheet.get("0.corridor")?.answer).toEqual({ from: "MX", to: "US" });
  });

  it("leaves nothing in the browser once its member signs out", async () => {
    const server = aServer();
    server.down = true;
    const keeper = await aKeeper();
    keeper.set("1.seen", "often");
    expect(Object.keys(findKeptAnswers("round", "member"))).toEqual(["1.seen"]);
    expect(findKeptAnswers("round", "another")).toEqual({});
    forgetKeptAnswers();
    expect(stored.size).toBe(0);
  });
});
