import { describe, expect, test } from "vitest";
import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import { commentOnDraft } from "~/domain/drafts/comment-on-draft.server";
import { discardDraft } from "~/domain/drafts/discard-draft.server";
import { openDraft } from "~/domain/drafts/open-draft.server";
import { schedulePublication } from "~/domain/drafts/schedule-publication.server";
import type { Member } from "~/domain/members/viewer";
import type { Outcome } from "~/domain/outcome";
import {
  aContent,
  aDraft,
  anIssued,
  aStaff,
  at,
  clear,
  clearAll,
  hashOf,
  later,
  publish,
  reasonOf,
  type Staff,
  save,
  set,
  text,
} from "../../support/desk";
import { aWorld } from "../../support/world";

const world = aWorld();

type Act = (staff: Staff, draft: { id: string; number: string }) => Promise<Outcome<unknown>>;

/** Acts at the desk, with whoever does each. */
const acts: [string, keyof Staff, Act][] = [
  [
    "opens a draft",
    "analyst",
    (staff) =>
      openDraft(world.db, { type: "advisory", content: aContent(staff), by: staff.analyst, at: later(1) }),
  ],
  [
    "saves",
    "analyst",
    (staff, { id }) => save(world, staff.analyst, id, [set("title/es", "Aviso de prueba", "Otro título")]),
  ],
  [
    "comments",
    "legal",
    (staff, { id }) =>
      commentOnDraft(world.db, { draftId: id, path: "title", body: "Falta la fecha.", by: staff.legal, at }),
  ],
  ["clears", "legal", (staff, { id }) => clear(world, staff.legal, id, "legal")],
  [
    "discards",
    "analyst",
    (staff, { id }) => discardDraft(world.db, { draftId: id, by: staff.analyst, at: later(1) }),
  ],
];
const actsOfPublication: typeof acts = [
  ["publishes", "publisher", (staff, { id }) => publish(world, staff, id)],
  [
    "schedules",
    "publisher",
    async (staff, { id }) =>
      schedulePublication(world.db, {
        draftId: id,
        contentHash: await hashOf(world, id),
        embargo: later(60),
        by: staff.publisher,
        at,
      }),
  ],
];
const actsOnIssued: typeof acts = [
  [
    "amends",
    "analyst",
    (staff, { number }) => amendAdvisory(world.db, { number, by: staff.analyst, at: later(1) }),
  ],
  [
    "withdraws",
    "publisher",
    (staff, { number }) =>
      withdrawAdvisory(world.db, {
        number,
        reason: text("Ya no aplica.", "No longer applies."),
        by: staff.publisher,
        at: later(1),
      }),
  ],
];

const losses: [string, (by: Member) => Promise<unknown>][] = [
  [
    "lost the role",
    ({ memberId }) =>
      world.owner`update member_roles set role = 'rapporteur', language = '' where member_id = ${memberId}`,
  ],
  ["left", ({ memberId }) => world.owner`update members set left_at = now() where id = ${memberId}`],
  [
    "whose authority was suspended",
    ({ organisationId }) =>
      world.owner`update organisations set vetting = 'suspended' where id = ${organisationId}`,
  ],
];

const prepared: [typeof acts, (staff: Staff) => Promise<{ id: string; number: string }>][] = [
  [acts, (staff) => aDraft(world, staff)],
  [
    actsOfPublication,
    async (staff) => {
      const draft = await aDraft(world, staff);
      await clearAll(world, staff, draft.id);
      return draft;
    },
  ],
  [actsOnIssued, (staff) => anIssued(world, staff)],
];
const all = prepared.flatMap(([some, prepare]) =>
  some.map(([name, who, act]) => ({ name, who, act, prepare })),
);

test("a translator who answers for the other language now clears nothing in the one before, and is told so", async () => {
  const staff = await aStaff(world);
  const { id } = await aDraft(world, staff);
  const { memberId } = staff.es;
  await world.owner`update member_roles set language = 'en' where member_id = ${memberId} and role = 'translator'`;
  expect(reasonOf(await clear(world, staff.es, id, "language-es"))).toBe("not_allowed");
});

describe.each(losses)("somebody at the desk who %s while the request was on its way", (_, lose) => {
  test.each(all)("and $name is told so, and changes nothing", async ({ who, act, prepare }) => {
    const staff = await aStaff(world);
    const by = staff[who];
    if (!("memberId" in by)) throw new Error("a person was wanted");
    const draft = await prepare(staff);
    const events = () => world.owner`select count(*)::int as count from audit_events`;
    const before = await events();
    await lose(by);
    // Unseen is not found: who is out altogether does not even see the draft any more.
    expect(["not_allowed", "not_found"]).toContain(reasonOf(await act(staff, draft)));
    expect(await events()).toEqual(before);
  });
});
