import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listEvents } from "~/domain/audit/events.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { anonymous, type Member } from "~/domain/members/viewer";
import { asViewer } from "~db/client.server";
import { aMember } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let analyst: Member;
let auditor: Member;

beforeAll(async () => {
  world = await freshDatabase();
  analyst = await aMember(world);
  auditor = await aMember(world, { roles: ["auditor"] });
  for (let n = 1; n <= 5; n++) {
    await asViewer(world.db, analyst, (tx) =>
      recordEvent(tx, {
        action: n % 2 ? "draft.saved" : "draft.cleared",
        subject: { kind: "draft", id: `D-${n}` },
        at: new Date(`2026-11-22T10:0${n}:00Z`),
      }),
    );
  }
});
afterAll(() => world.close());

const seqs = async (viewer: Parameters<typeof listEvents>[1], wanted?: Parameters<typeof listEvents>[2]) =>
  (await listEvents(world.db, viewer, wanted)).items.map(({ seq }) => seq);

describe("the audit log", () => {
  test("is read by an auditor, newest first, page by page", async () => {
    const first = await listEvents(world.db, auditor, { limit: 2 });
    expect(first.items.map(({ seq }) => seq)).toEqual([5, 4]);
    expect(first.next).toBe(4);
    expect(await seqs(auditor, { before: 4, limit: 2 })).toEqual([3, 2]);
    expect((await listEvents(world.db, auditor, { before: 2, limit: 2 })).next).toBeNull();
  });

  test("is searched by act, thing, member and time", async () => {
    expect(await seqs(auditor, { action: "draft.cleared" })).toEqual([4, 2]);
    expect(await seqs(auditor, { subjectKind: "draft", subjectId: "D-3" })).toEqual([3]);
    expect(await seqs(auditor, { memberId: auditor.memberId })).toEqual([]);
    expect(await seqs(auditor, { since: new Date("2026-11-22T10:04:00Z") })).toEqual([5, 4]);
  });

  test("is empty for everyone else", async () => {
    expect(await seqs(analyst)).toEqual([]);
    expect(await seqs(anonymous)).toEqual([]);
    expect(await seqs({ ...analyst, roles: auditor.roles })).toEqual([]);
  });
});
