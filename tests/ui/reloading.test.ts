import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { emptyContent } from "~/domain/advisories/advisory";
import { applyChanges, type DraftChange } from "~/domain/drafts/draft-change";
import { DraftKeeper } from "~/ui/desk/draft-keeper";
import { deskDrawer } from "~/ui/desk/kept-edits";
import { Reloading } from "~/ui/live/reloading";
import { aBrowserStorage } from "../support/browser-storage";

const empty = emptyContent("advisory", [{ organisationId: null, shortName: "AUT", role: "lead" }]);

/** A browser with a line that can be cut, and a server that can be down; `asked` is every call that left the page. */
function aLine() {
  aBrowserStorage();
  const page = new EventTarget();
  const line = { up: true, serving: true, asked: [] as string[], content: empty, revision: 1 };
  vi.stubGlobal("window", page);
  vi.stubGlobal("navigator", {
    ...navigator,
    get onLine() {
      return line.up;
    },
  });
  vi.stubGlobal("fetch", async (address: string, given?: { body: string }) => {
    line.asked.push(address);
    if (!line.up) throw new TypeError("Failed to fetch");
    if (!line.serving) return new Response("", { status: 503 });
    if (!given) return new Response("ready");
    const { changes } = JSON.parse(given.body) as { changes: DraftChange[] };
    const { content, conflicts, refusals } = applyChanges(line.content, changes);
    line.content = content;
    line.revision += 1;
    const { revision } = line;
    return Response.json({
      ok: true,
      value: { content, conflicts, refusals, revision, contentHash: `h${revision}` },
    });
  });
  return Object.assign(line, {
    comesBack() {
      line.up = true;
      page.dispatchEvent(new Event("online"));
    },
  });
}

/** A page whose loaders are asked: idle until then, and again once `answered`. */
function aPage() {
  const reloading = new Reloading();
  const page = { reloads: 0, reloading, busy, answered };
  const revalidate = () => {
    page.reloads += 1;
    busy();
  };
  function busy() {
    reloading.page = { idle: false, revalidate };
  }
  function answered() {
    reloading.page = { idle: true, revalidate };
    reloading.look();
  }
  answered();
  return page;
}

const settled = () => vi.advanceTimersByTimeAsync(0);
const anHour = () => vi.advanceTimersByTimeAsync(3_600_000);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a page that is to be loaded anew", () => {
  test("is, once it is known that the server would answer", async () => {
    const line = aLine();
    const page = aPage();
    page.reloading.ask();
    expect([line.asked, page.reloads]).toEqual([["/readyz"], 0]);
    await settled();
    expect(page.reloads).toBe(1);
  });

  test("asks for nothing while there is no line, however often it is wanted, and once when there is one", async () => {
    const line = aLine();
    const page = aPage();
    line.up = false;
    for (let n = 0; n < 5; n += 1) page.reloading.ask();
    await anHour();
    expect([line.asked, page.reloads]).toEqual([[], 0]);
    line.comesBack();
    await settled();
    expect([line.asked, page.reloads]).toEqual([["/readyz"], 1]);
    page.answered();
    await anHour();
    expect([line.asked, page.reloads]).toEqual([["/readyz"], 1]);
  });

  test("stays as it is while the server does not answer, and catches up by itself when it does", async () => {
    const line = aLine();
    const page = aPage();
    line.serving = false;
    page.reloading.ask();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(new Set(line.asked)).toEqual(new Set(["/readyz"]));
    expect(page.reloads).toBe(0);
    line.serving = true;
    await vi.advanceTimersByTimeAsync(5000);
    expect(page.reloads).toBe(1);
  });

  test("stays as it is when the line is lost between asking and answer, and waits for it", async () => {
    const line = aLine();
    const page = aPage();
    line.serving = false;
    page.reloading.ask();
    await settled();
    line.up = false;
    await anHour();
    const before = line.asked.length;
    await anHour();
    expect([line.asked.length, page.reloads]).toEqual([before, 0]);
    line.serving = true;
    line.comesBack();
    await settled();
    expect(page.reloads).toBe(1);
  });

  test("takes no answer away that is on its way: what is wanted meanwhile is asked for after it, once", async () => {
    aLine();
    const page = aPage();
    page.reloading.ask();
    await settled();
    for (let n = 0; n < 3; n += 1) page.reloading.ask();
    await anHour();
    expect(page.reloads).toBe(1);
    page.answered();
    await settled();
    page.answered();
    await settled();
    expect(page.reloads).toBe(2);
  });

  test("waits for a navigation that began while the server was looked for", async () => {
    aLine();
    const page = aPage();
    page.reloading.ask();
    page.busy();
    await anHour();
    expect(page.reloads).toBe(0);
    page.answered();
    await settled();
    expect(page.reloads).toBe(1);
  });

  test("is left alone once its reader has gone elsewhere", async () => {
    const line = aLine();
    const page = aPage();
    line.up = false;
    page.reloading.ask();
    page.reloading.stop();
    line.comesBack();
    await anHour();
    expect([line.asked, page.reloads]).toEqual([[], 0]);
  });
});

test("a desk page without a line keeps what is written in it and is not loaded anew; both catch up when the line is back", async () => {
  const line = aLine();
  const page = aPage();
  const keeper = new DraftKeeper({
    saved: { content: empty, contentHash: "h1", revision: 1 },
    address: "/changes",
    drawer: () => deskDrawer("draft", "member", "page"),
    onSaved: page.reloading.ask,
  });
  await keeper.open();
  line.up = false;
  keeper.set("title/es", "", "Lo que se vio");
  // The reader looks elsewhere and returns.
  page.reloading.ask();
  await anHour();
  expect(page.reloads).toBe(0);
  expect(line.asked).not.toContain("/readyz");
  expect(keeper.snapshot()).toMatchObject({
    state: "away",
    unsaved: 1,
    kept: true,
    content: { title: { es: "Lo que se vio" } },
  });
  line.comesBack();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(line.content.title.es).toBe("Lo que se vio");
  expect(keeper.snapshot()).toMatchObject({ state: "saved", unsaved: 0 });
  page.answered();
  await settled();
  expect(page.reloads).toBe(2);
  keeper.close();
});
