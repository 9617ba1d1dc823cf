import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clearDraft } from "~/domain/drafts/clear-draft.server";
import { findDesk } from "~/domain/drafts/desk.server";
import { listDesk } from "~/domain/drafts/desk-list.server";
import { embargoAt } from "~/domain/drafts/embargo";
import { notePresence } from "~/domain/drafts/note-presence.server";
import { openDraft } from "~/domain/drafts/open-draft.server";
import { proposeNumbers } from "~/domain/drafts/propose-numbers.server";
import { saveDraft } from "~/domain/drafts/save-draft.server";
import type { Member } from "~/domain/members/viewer";
import { aMember, anOrganisation } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";

const at = new Date("2026-11-20T15:00:00Z");
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

let world: World;
let analyst: Member;
let legal: Member;
let stranger: Member;
beforeAll(async () => {
  world = await freshDatabase();
  const organisation = await anOrganisation(world);
  analyst = await aMember(world, { organisation });
  legal = await aMember(world, { organisation, roles: ["legal"] });
  stranger = await aMember(world);
});
afterAll(() => world.close());

async function aDraft() {
  const opened = await openDraft(world.db, { type: "advisory", by: analyst, at });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

const retitle = (draftId: string, was: string, now: string, when: Date) =>
  saveDraft(world.db, {
    draftId,
    changes: [{ kind: "set", path: "title/es", was, now }],
    by: analyst,
    at: when,
  });

describe("the desk of a draft", () => {
  it("says which edit undid a clearance: whose, when, in which pieces", async () => {
    const { id } = await aDraft();
    const before = await findDesk(world.db, legal, id);
    const contentHash = before?.draft.contentHash ?? "";
    await clearDraft(world.db, {
      draftId: id,
      kind: "legal",
      contentHash,
      note: "",
      by: legal,
      at: later(10),
    });
    await retitle(id, "", "Otro título", later(20));
    await retitle(id, "Otro título", "Otro más", later(30));

    const lapses = (await findDesk(world.db, legal, id))?.lapses;
    expect(lapses).toMatchObject([
      {
        kind: "legal",
        name: legal.name,
        undoneBy: { memberId: analyst.memberId, at: later(20), paths: ["title/es"] },
      },
    ]);
  });

  it("does not exist for another authority", async () => {
    const { id } = await aDraft();
    expect(await findDesk(world.db, stranger, id)).toBeUndefined();
    expect(await listDesk(world.db, stranger)).toEqual([]);
  });

  it("tells a member which missing clearances are theirs to give, and an author none", async () => {
    const { id } = await aDraft();
    const wanted = async (viewer: Member) =>
      (await listDesk(world.db, viewer)).find((entry) => entry.id === id)?.wanted;
    expect(await wanted(legal)).toEqual(["legal"]);
    expect(await wanted(analyst)).toEqual([]);
  });
});

describe("presence at a draft", () => {
  it("shows the others and where they write, until they have been silent for twenty seconds", async () => {
    const { id: draftId } = await aDraft();
    await notePresence(world.db, { draftId, path: "title/es", by: analyst, at });
    const seen = (seconds: number) =>
      notePresence(world.db, { draftId, path: "", by: legal, at: later(seconds) });
    expect(await seen(5)).toMatchObject({
      ok: true,
      value: { others: [{ name: analyst.name, path: "title/es" }] },
    });
    expect(await seen(21)).toMatchObject({ ok: true, value: { others: [] } });
  });

  it("gives another stamp after an edit and the same one while nothing moves", async () => {
    const { id: draftId } = await aDraft();
    const stamp = async () => {
      const noted = await notePresence(world.db, { draftId, path: "", by: legal, at });
      return noted.ok ? noted.value.stamp : undefined;
    };
    const first = await stamp();
    expect(await stamp()).toBe(first);
    await retitle(draftId, "", "Título", later(5));
    expect(await stamp()).not.toBe(first);
  });

  it("is refused to whoever may not see the draft, as for a draft that does not exist", async () => {
    const { id: draftId } = await aDraft();
    const noted = await notePresence(world.db, { draftId, path: "", by: stranger, at });
    expect(noted).toMatchObject({ ok: false, reason: "not_found" });
  });
});

describe("numbers and hours", () => {
  it("proposes the number that the next draft then gets", async () => {
    const proposed = (await proposeNumbers(world.db, { by: analyst, at })).advisory;
    expect((await aDraft()).number).toBe(proposed);
  });

  it("reads an embargo on the clock of its zone, and nothing that is no hour", () => {
    expect(embargoAt({ date: "2026-12-01", time: "09:00", zone: "America/Mexico_City" })).toEqual(
      new Date("2026-12-01T15:00:00Z"),
    );
    expect(embargoAt({ date: "2026-13-01", time: "09:00", zone: "America/Mexico_City" })).toBeUndefined();
    expect(embargoAt({ date: "2026-12-01", time: "", zone: "Nowhere" })).toBeUndefined();
  });
});
