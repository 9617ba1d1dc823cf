import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setNumberSeries } from "~/domain/advisories/set-number-series.server";
import { supersedeAdvisory } from "~/domain/advisories/supersede-advisory.server";
import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import { attachFile } from "~/domain/drafts/attach-file.server";
import { cancelPublication } from "~/domain/drafts/cancel-publication.server";
import { clearDraft } from "~/domain/drafts/clear-draft.server";
import { commentOnDraft } from "~/domain/drafts/comment-on-draft.server";
import { discardDraft } from "~/domain/drafts/discard-draft.server";
import { openDraft } from "~/domain/drafts/open-draft.server";
import { renumberDraft } from "~/domain/drafts/renumber-draft.server";
import { resolveComment } from "~/domain/drafts/resolve-comment.server";
import { reuseRedFlag } from "~/domain/drafts/reuse-red-flag.server";
import { saveDraft } from "~/domain/drafts/save-draft.server";
import { schedulePublication } from "~/domain/drafts/schedule-publication.server";
import { takeBackClearance } from "~/domain/drafts/take-back-clearance.server";
import { importDocument } from "~/domain/imports/import-document.server";
import type { Member } from "~/domain/members/viewer";
import { makeClearanceException } from "~/domain/organisations/make-clearance-exception.server";
import type { Outcome } from "~/domain/outcome";
import { keepTypology } from "~/domain/typologies/keep-typology.server";
import { useFiles } from "~db/files.server";
import {
  aContent,
  aFlag,
  anIssued,
  aStaff,
  at,
  clearAll,
  draftOf,
  hashOf,
  later,
  publish,
  type Staff,
  set,
  text,
  value,
} from "../../support/desk";
import { aMember, anOrganisation } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";

// One long day at the desk: after each act the log has grown by one line, after each refusal by none.

let world: World;
let lead: Staff;
let bank: Member;
let folder: string;
beforeAll(async () => {
  world = await freshDatabase();
  lead = await aStaff(world);
  bank = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution" }),
    roles: ["analyst"],
  });
  folder = await mkdtemp(join(tmpdir(), "ribera-rules-"));
  await useFiles(folder);
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const events = async () =>
  await world.owner<{ action: string; member_id: string | null; canonical: string; detail: object }[]>`
    select action, member_id, canonical, detail from audit_events order by seq`;

/** Does it and answers its value; there must be one new event, of this name, in this member's name. */
async function recorded<Value>(
  action: string,
  by: Member,
  act: () => Promise<Outcome<Value>>,
): Promise<Value> {
  const before = (await events()).length;
  const outcome = value(await act());
  const added = (await events()).slice(before);
  expect(added.map((event) => [event.action, event.member_id])).toEqual([[action, by.memberId]]);
  return outcome;
}

async function unrecorded(reason: string, act: () => Promise<Outcome<unknown>>) {
  const before = (await events()).length;
  expect(await act()).toMatchObject({ ok: false, reason });
  expect((await events()).length, reason).toBe(before);
}

// Written nowhere else, so that finding it in the log is finding what somebody wrote.
const said = "tlacuache";

test("every act writes one event, a refusal none, and no event holds a word that someone wrote", async () => {
  const { db } = world;
  const { analyst, legal, publisher, administrator } = lead;
  const content = aContent(lead, {
    title: text(`Aviso ${said}`, `Advisory ${said}`),
    redFlags: [aFlag(1, { text: text(said, said) })],
  });

  await unrecorded("not_allowed", () => openDraft(db, { type: "advisory", by: bank, at }));
  await unrecorded("number_off_pattern", () =>
    openDraft(db, { type: "advisory", number: said, by: analyst, at }),
  );
  const { id: draftId, number } = await recorded("draft.opened", analyst, () =>
    openDraft(db, { type: "advisory", content, by: analyst, at }),
  );

  await recorded("draft.saved", analyst, () =>
    saveDraft(db, {
      draftId,
      changes: [set("summary/es", "Un resumen.", `Resumen ${said}.`)],
      by: analyst,
      at,
    }),
  );
  const before = (await events()).length;
  value(
    await saveDraft(db, {
      draftId,
      changes: [set("summary/es", "x", `Resumen ${said}.`), set("tlp", "CLEAR", said)],
      by: analyst,
      at,
    }),
  );
  expect((await events()).length).toBe(before);
  await unrecorded("not_found", () => saveDraft(db, { draftId, changes: [], by: bank, at }));

  await unrecorded("number_off_pattern", () => renumberDraft(db, { draftId, number: said, by: analyst, at }));
  const renumbered = number.replace(/\d{3}$/, "501");
  await recorded("draft.renumbered", analyst, () =>
    renumberDraft(db, { draftId, number: renumbered, by: analyst, at }),
  );

  const file = {
    draftId,
    id: randomUUID(),
    name: `${said}.txt`,
    bytes: new TextEncoder().encode(said),
    tlp: "CLEAR" as const,
    by: analyst,
    at,
  };
  await unrecorded("file_kind_false", () => attachFile(db, { ...file, name: `${said}.pdf` }));
  await recorded("draft.file-attached", analyst, () => attachFile(db, file));

  const comment = { draftId, path: "title", body: `¿Y el ${said}?`, by: legal, at };
  await unrecorded("piece_gone", () => commentOnDraft(db, { ...comment, path: said }));
  const { id: commentId } = await recorded("draft.commented", legal, () => commentOnDraft(db, comment));
  await recorded("draft.comment-resolved", analyst, () =>
    resolveComment(db, { draftId, commentId, by: analyst, at }),
  );

  const clearance = {
    draftId,
    kind: "legal" as const,
    contentHash: await hashOf(world, draftId),
    note: said,
    by: legal,
    at,
  };
  await unrecorded("changed_meanwhile", () => clearDraft(db, { ...clearance, contentHash: said }));
  await unrecorded("not_allowed", () => clearDraft(db, { ...clearance, by: analyst }));
  const { id: clearanceId } = await recorded("draft.cleared", legal, () => clearDraft(db, clearance));
  await recorded("draft.clearance-taken-back", legal, () =>
    takeBackClearance(db, { draftId, clearanceId, by: legal, at }),
  );

  await unrecorded("not_ready", () => publish(world, lead, draftId));
  await clearAll(world, lead, draftId);
  const contentHash = await hashOf(world, draftId);
  await unrecorded("embargo_past", () =>
    schedulePublication(db, { draftId, contentHash, embargo: at, by: publisher, at }),
  );
  await recorded("draft.scheduled", publisher, () =>
    schedulePublication(db, { draftId, contentHash, embargo: later(9), by: publisher, at }),
  );
  await recorded("draft.unscheduled", publisher, () => cancelPublication(db, { draftId, by: publisher, at }));
  await unrecorded("not_scheduled", () => cancelPublication(db, { draftId, by: publisher, at }));
  await recorded("advisory.published", publisher, () => publish(world, lead, draftId));
  await unrecorded("already_published", () => publish(world, lead, draftId));

  const next = await recorded("draft.opened", analyst, () =>
    amendAdvisory(db, { number: renumbered, by: analyst, at }),
  );
  await unrecorded("not_allowed", () => discardDraft(db, { draftId: next.id, by: legal, at }));
  await recorded("draft.discarded", analyst, () => discardDraft(db, { draftId: next.id, by: analyst, at }));

  const partner = await aStaff(world);
  const { id: borrowing } = await recorded("draft.opened", partner.analyst, () =>
    openDraft(db, { type: "advisory", by: partner.analyst, at }),
  );
  await unrecorded("red_flag_unknown", () =>
    reuseRedFlag(db, { draftId: borrowing, publicId: said, by: partner.analyst, at }),
  );
  await recorded("draft.red-flag-reused", partner.analyst, () =>
    reuseRedFlag(db, { draftId: borrowing, publicId: `${renumbered}#RF-01`, by: partner.analyst, at }),
  );

  const other = await anIssued(world, lead);
  await unrecorded("replacement_unknown", () =>
    supersedeAdvisory(db, { number: renumbered, replacement: said, by: publisher, at }),
  );
  await recorded("advisory.superseded", publisher, () =>
    supersedeAdvisory(db, { number: renumbered, replacement: other.number, by: publisher, at }),
  );
  await unrecorded("reason_missing_en", () =>
    withdrawAdvisory(db, { number: renumbered, reason: text(said, ""), by: publisher, at }),
  );
  await recorded("advisory.withdrawn", publisher, () =>
    withdrawAdvisory(db, { number: renumbered, reason: text(said, said), by: publisher, at }),
  );

  const exception = {
    severalKinds: true,
    approvalsNeeded: 1 as const,
    reason: `Porque el ${said} así lo quiere`,
    by: administrator,
    at,
  };
  await unrecorded("reason_too_short", () => makeClearanceException(db, { ...exception, reason: said }));
  await recorded("clearance-exception.made", administrator, () => makeClearanceException(db, exception));

  const series = { series: { alert: "NUEVA-{year}-{n:3}" }, by: administrator, at };
  await unrecorded("series_malformed", () => setNumberSeries(db, { ...series, series: { alert: said } }));
  await recorded("number-series.set", administrator, () => setNumberSeries(db, series));

  const typology = {
    code: "nueva",
    name: text(said, said),
    description: text(said, said),
    printed: [said],
    amltrix: [],
  };
  await unrecorded("not_allowed", () => keepTypology(db, { typology, by: bank, at }));
  await recorded("typology.kept", analyst, () => keepTypology(db, { typology, by: analyst, at }));

  const document = { title: said, language: "es", regulator: said, redFlags: [{ n: 1, text: said }] };
  await unrecorded("import_does_not_fit", () =>
    importDocument(db, { file: { ...document, language: said }, publish: true, by: publisher, at }),
  );
  value(await importDocument(db, { file: document, publish: true, by: publisher, at }));
  expect((await events()).slice(-2).map(({ action }) => action)).toEqual([
    "draft.opened",
    "advisory.published",
  ]);

  const log = JSON.stringify(await events());
  expect(log).not.toMatch(new RegExp(said, "i"));
  expect(log).not.toMatch(/Persona \d/);
  expect(await draftOf(world, partner.analyst, borrowing)).toBeDefined();
});
