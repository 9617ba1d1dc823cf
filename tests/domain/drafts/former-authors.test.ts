import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import { discardDraft } from "~/domain/drafts/discard-draft.server";
import type { DraftChange } from "~/domain/drafts/draft-change";
import type { Member } from "~/domain/members/viewer";
import { makeClearanceException } from "~/domain/organisations/make-clearance-exception.server";
import {
  aDraft,
  aSection,
  aStaff,
  at,
  clear,
  clearAll,
  draftOf,
  missingOf,
  noted,
  publish,
  reasonOf,
  type Staff,
  save,
  set,
  value,
} from "../../support/desk";
import { aMember } from "../../support/people";
import { aWorld } from "../../support/world";

// Whose words stand in a later version of an advisory, and what they may then not clear.

const world = aWorld();
let staff: Staff;
/** Holds every role that writes or clears, so that only their words can be in the way. */
let writer: Member;
beforeEach(async () => {
  staff = await aStaff(world);
  writer = await aMember(world, {
    organisation: staff.authority,
    roles: [
      "analyst",
      "legal",
      "approver",
      { role: "translator", language: "es" },
      { role: "translator", language: "en" },
    ],
  });
});

const section = aSection({ id: randomUUID() });

/** Version 1 with these changes by the writer; then a draft of version 2 opened by somebody else, with these. */
async function aSecondVersion(first: DraftChange[], second: DraftChange[] = []) {
  const draft = await aDraft(world, staff, { sections: [section] });
  if (first.length > 0) value(await save(world, writer, draft.id, first));
  await clearAll(world, staff, draft.id);
  value(await publish(world, staff, draft.id));
  const { id } = value(await amendAdvisory(world.db, { number: draft.number, by: staff.analyst, at }));
  value(await save(world, staff.analyst, id, [...noted, ...second]));
  return id;
}

const may = async (id: string) => {
  const reasons: Record<string, string> = {};
  for (const kind of ["legal", "approval", "language-es", "language-en"] as const) {
    const outcome = await clear(world, writer, id, kind);
    reasons[kind] = reasonOf(outcome);
    if (outcome.ok) await world.owner`delete from clearances where id = ${outcome.value.id}`;
  }
  return reasons;
};
const everything = { legal: "done", approval: "done", "language-es": "done", "language-en": "done" };
const standing = "author_of_standing_text";
const spanish = [set("summary/es", "Un resumen.", "Otro resumen.")];

describe("who wrote words of an earlier version that still stand", () => {
  test("clears neither the whole nor their language of the next; the other language they may", async () => {
    const id = await aSecondVersion(spanish);
    expect(await may(id)).toEqual({
      legal: standing,
      approval: standing,
      "language-es": standing,
      "language-en": "done",
    });
  });

  test("is their author still when others have touched them since", async () => {
    const id = await aSecondVersion(spanish, [
      set("summary/es", "Otro resumen.", "Otro resumen, precisado."),
    ]);
    expect((await may(id)).approval).toBe(standing);
  });

  test("is no longer when the piece has gone", async () => {
    const path = `sections/${section.id}`;
    const id = await aSecondVersion(
      [set(`${path}/body/es`, section.body.es, "Otra cosa.")],
      [{ kind: "remove", path }],
    );
    expect(await may(id)).toEqual(everything);
  });

  test("and who added a piece is its author in both languages", async () => {
    const item = aSection({ id: randomUUID() });
    const id = await aSecondVersion([{ kind: "add", list: "sections", item, after: null }]);
    expect(await may(id)).toEqual({
      legal: standing,
      approval: standing,
      "language-es": standing,
      "language-en": standing,
    });
  });

  test("who began the advisory wrote what it began with", async () => {
    const first = await aMember(world, { organisation: staff.authority, roles: ["analyst", "approver"] });
    const draft = await aDraft(world, { ...staff, analyst: first });
    await clearAll(world, staff, draft.id);
    value(await publish(world, staff, draft.id));
    const { id } = value(await amendAdvisory(world.db, { number: draft.number, by: staff.analyst, at }));
    value(await save(world, staff.analyst, id, noted));
    expect(reasonOf(await clear(world, first, id, "approval"))).toBe(standing);
  });
});

test("who wrote nothing that stands may clear: a label is no text, and a draft that was discarded left none", async () => {
  const id = await aSecondVersion([set(`sections/${section.id}/tlp`, "CLEAR", "GREEN")]);
  expect(await may(id)).toEqual(everything);
  const { number } = await draftOf(world, staff.analyst, id);
  value(await save(world, writer, id, [set("summary/en", "A summary.", "Another.")]));
  value(await discardDraft(world.db, { draftId: id, by: staff.analyst, at }));
  const next = value(await amendAdvisory(world.db, { number, by: staff.analyst, at }));
  value(await save(world, staff.analyst, next.id, noted));
  expect(await may(next.id)).toEqual(everything);
});

test("a clearance that slipped in by such an author does not count", async () => {
  const id = await aSecondVersion(spanish);
  const { contentHash } = await draftOf(world, staff.analyst, id);
  await world.owner`insert into clearances (draft_id, kind, member_id, organisation_id, content_hash, note, at)
    values (${id}, 'approval', ${writer.memberId}, ${staff.authority.id}, ${contentHash}, '', now())`;
  expect(await missingOf(world, staff, id)).toContain("approval 0/2");
});

describe("the written exception of a short-staffed authority", () => {
  beforeEach(async () => {
    value(
      await makeClearanceException(world.db, {
        severalKinds: false,
        approvalsNeeded: 1,
        reason: "Dos personas en la unidad durante este año.",
        by: staff.administrator,
        at,
      }),
    );
  });

  test("lets the author of an earlier version clear what others wrote since: that text had its second reader then", async () => {
    expect(await may(await aSecondVersion(spanish))).toEqual(everything);
  });

  test("never the author of this one", async () => {
    const id = await aSecondVersion([]);
    value(await save(world, writer, id, spanish));
    expect(Object.values(await may(id))).toEqual(Array(4).fill("author_may_not_clear"));
  });
});
