import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyContent } from "~/domain/advisories/advisory";
import { applyChanges, type DraftChange } from "~/domain/drafts/draft-change";
import { DraftKeeper } from "~/ui/desk/draft-keeper";
import { deskDrawer } from "~/ui/desk/kept-edits";
import { aBrowserStorage } from "../support/browser-storage";

const empty = emptyContent("advisory", [{ organisationId: null, shortName: "AUT", role: "lead" }]);

/** A server that merges as the real one does; `down` answers 503. */
function aServer() {
  const server = { content: empty, revision: 1, down: false, received: [] as DraftChange[][] };
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    if (server.down) return new Response("", { status: 503 });
    const { changes } = JSON.parse(body) as { changes: DraftChange[] };
    server.received.push(changes);
    const { content, conflicts, refusals } = applyChanges(server.content, changes);
    server.content = content;
    server.revision += 1;
    const { revision } = server;
    return Response.json({
      ok: true,
      value: { content, conflicts, refusals, revision, contentHash: `h${revision}` },
    });
  });
  return server;
}

const aKeeper = async (page: string) => {
  const keeper = new DraftKeeper({
    saved: { content: empty, contentHash: "h1", revision: 1 },
    address: "/changes",
    drawer: () => deskDrawer("draft", "member", page),
    onSaved: () => {},
  });
  await keeper.open();
  return keeper;
};

let stored: Map<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  stored = aBrowserStorage();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a draft kept in the browser", () => {
  it("shows what is typed at once and sends one change for a run of keystrokes", async () => {
    const server = aServer();
    const keeper = await aKeeper("p");
    keeper.set("title/es", "", "A");
    keeper.set("title/es", "A", "Av");
    expect(keeper.snapshot().content.title.es).toBe("Av");
    expect(keeper.snapshot().state).toBe("waiting");
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.received).toEqual([[{ kind: "set", path: "title/es", was: "", now: "Av" }]]);
    expect(keeper.snapshot().state).toBe("saved");
  });

  it("keeps the order and tries again by itself when the server was away", async () => {
    const server = aServer();
    server.down = true;
    const keeper = await aKeeper("p");
    keeper.set("title/es", "", "Uno");
    keeper.set("summary/es", "", "Dos");
    await vi.advanceTimersByTimeAsync(1000);
    expect(keeper.snapshot().state).toBe("away");
    server.down = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(keeper.snapshot().state).toBe("saved");
    expect(server.content.title.es + server.content.summary.es).toBe("UnoDos");
  });

  it("finds again after a crash what was not saved", async () => {
    const server = aServer();
    server.down = true;
    const crashed = await aKeeper("first");
    crashed.set("title/es", "", "Escrito antes");
    await vi.advanceTimersByTimeAsync(1000);
    crashed.close();

    server.down = false;
    const next = await aKeeper("second");
    expect(next.snapshot().content.title.es).toBe("Escrito antes");
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.content.title.es).toBe("Escrito antes");
    expect([...stored.keys()]).toEqual([]);
  });

  it("holds our words in a conflict and saves them only when told to", async () => {
    const server = aServer();
    const keeper = await aKeeper("p");
    server.content = { ...empty, title: { es: "De ella", en: "" } };
    keeper.set("title/es", "", "De él");
    await vi.advanceTimersByTimeAsync(1000);
    expect(keeper.snapshot().held["title/es"]).toMatchObject({ mine: "De él", theirs: "De ella" });
    expect(keeper.snapshot().content.title.es).toBe("De él");
    expect(server.content.title.es).toBe("De ella");

    keeper.set("title/es", "De él", "De los dos");
    keeper.keepMine("title/es");
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.content.title.es).toBe("De los dos");
    expect(keeper.snapshot().held).toEqual({});
  });

  it("keeps a value that does not fit in its field, and everything else is saved", async () => {
    const server = aServer();
    const keeper = await aKeeper("p");
    keeper.set("validFrom", null, "2026-99-01");
    keeper.set("title/es", "", "Bien");
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.content.title.es).toBe("Bien");
    expect(keeper.snapshot().held.validFrom).toMatchObject({ mine: "2026-99-01", reason: "errors.bad_date" });
  });

  it("does not send a text longer than the model takes, and does not lose it", async () => {
    const server = aServer();
    const keeper = await aKeeper("p");
    const pasted = "palabra ".repeat(30_000);
    keeper.set("summary/es", "", pasted);
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.received).toEqual([]);
    expect(keeper.snapshot().content.summary.es).toBe(pasted);
    expect(keeper.snapshot().held["summary/es"]?.reason).toBe("too_long");
  });
});
