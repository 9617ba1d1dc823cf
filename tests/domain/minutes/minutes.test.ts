import { describe, expect, test } from "vitest";
import { makeCommitment } from "~/domain/commitments/make-commitment.server";
import type { Member } from "~/domain/members/viewer";
import { approveMinutes } from "~/domain/minutes/approve-minutes.server";
import { commentOnMinutes } from "~/domain/minutes/comment-on-minutes.server";
import { findMinutes } from "~/domain/minutes/minutes.server";
import { submitMinutes } from "~/domain/minutes/submit-minutes.server";
import { takeMinutes } from "~/domain/minutes/take-minutes.server";
import { takeRecord } from "~/domain/minutes/take-record.server";
import { writeMinutes } from "~/domain/minutes/write-minutes.server";
import { reasonOf, text, value } from "../../support/desk";
import { keys } from "../../support/rounds";
import { anAgenda } from "../../support/roundtables";
import { anEntered, close, past, vaultSeenBy } from "../../support/vaults";
import { aWorld } from "../../support/world";

const world = aWorld();
const someNotes = (summary = text("Se comparó lo observado.", "What was observed was compared.")) => ({
  summary,
  items: [text("Tres patrones.", "Three patterns."), text("Dos controles.", "Two controls.")],
});
const write = (roundtableId: string, by: Member, given: Partial<Parameters<typeof writeMinutes>[1]> = {}) =>
  writeMinutes(world.db, { roundtableId, notes: someNotes(), revision: 0, keys, by, at: past(0), ...given });
const show = (roundtableId: string, by: Member, revision = 1) =>
  submitMinutes(world.db, { roundtableId, revision, days: 10, keys, by, at: past(1) });
const comment = (roundtableId: string, by: Member, at = past(2), words = "Falta un patrón.") =>
  commentOnMinutes(world.db, { roundtableId, item: 0, words, keys, by, at });
const approve = (roundtableId: string, by: Member, revision = 1, at = past(11)) =>
  approveMinutes(world.db, { roundtableId, revision, keys, by, at });
const seen = (id: string, by: Member) => findMinutes(world.db, by, { id, keys });

describe("the minutes", () => {
  test("are written by rapporteurs and chairs, and read by who convenes until they are shown to everyone", async () => {
    const { roundtableId, lead, partner, rapporteur, one, houses } = await anEntered(world);
    for (const by of [lead.legal, one]) expect(reasonOf(await write(roundtableId, by))).toBe("not_allowed");
    expect(reasonOf(await write(roundtableId, lead.outside))).toBe("not_found");
    // At its table, and yet nothing of it without its terms; the other sends people and has no place there.
    for (const [by, reason] of [
      [lead.officer, "terms_not_accepted"],
      [houses[0].officer, "not_allowed"],
    ] as const) {
      expect(reasonOf(await comment(roundtableId, by))).toBe(reason);
      expect(await seen(roundtableId, by)).toBeUndefined();
    }
    value(await write(roundtableId, rapporteur));
    expect(
      reasonOf(await write(roundtableId, partner.chair, { notes: someNotes(text("Otra.", "Other.")) })),
    ).toBe("stale");
    value(
      await write(roundtableId, partner.chair, { revision: 1, notes: someNotes(text("Otra.", "Other.")) }),
    );
    expect((await seen(roundtableId, lead.legal))?.notes?.summary.es).toBe("Otra.");
    expect((await seen(roundtableId, one))?.notes).toBeNull();
    value(await show(roundtableId, rapporteur, 2));
    expect((await seen(roundtableId, one))?.notes?.items[0]?.en).toBe("Three patterns.");
    expect(reasonOf(await show(roundtableId, rapporteur, 2))).toBe("notes_shown");
  });

  test("are whole and the same in both languages before they are shown, and identify nobody", async () => {
    const { roundtableId, rapporteur } = await anEntered(world);
    const fifteen = someNotes(text("Se vieron 15 cuentas.", "50 accounts were seen."));
    value(await write(roundtableId, rapporteur, { notes: { ...fifteen, items: [] } }));
    expect(reasonOf(await show(roundtableId, rapporteur))).toBe("notes_incomplete");
    value(await write(roundtableId, rapporteur, { notes: fifteen, revision: 1 }));
    expect(reasonOf(await show(roundtableId, rapporteur, 2))).toBe("languages_differ");
    const named = someNotes(text("Sobre HEGG560427MVZRRL04.", "About HEGG560427MVZRRL04."));
    expect(reasonOf(await write(roundtableId, rapporteur, { notes: named, revision: 2 }))).toBe("screened");
  });

  test("name nobody at the table under the Chatham House Rule, and may without it", async () => {
    for (const chathamHouse of [true, false]) {
      const { roundtableId, rapporteur, one, houses } = await anEntered(world, {
        agenda: anAgenda({ chathamHouse }),
      });
      for (const name of [one.name.toUpperCase(), houses[1].organisation.shortName]) {
        const notes = someNotes(text(`Lo dijo ${name}.`, `Said by ${name}.`));
        const revision = (await seen(roundtableId, rapporteur))?.revision ?? 0;
        value(await write(roundtableId, rapporteur, { notes, revision }));
        if (chathamHouse)
          expect(reasonOf(await show(roundtableId, rapporteur, revision + 1))).toBe("participant_named");
      }
      if (!chathamHouse) value(await show(roundtableId, rapporteur, 2));
    }
  });

  test("are commented on while it is time, to those who convene and in one's own name", async () => {
    const { roundtableId, lead, partner, rapporteur, one } = await anEntered(world);
    value(await write(roundtableId, rapporteur));
    expect(reasonOf(await comment(roundtableId, one))).toBe("not_found");
    value(await show(roundtableId, rapporteur));
    value(await comment(roundtableId, one));
    expect(reasonOf(await comment(roundtableId, one, past(2), " "))).toBe("comment_empty");
    expect(reasonOf(await comment(roundtableId, one, past(11)))).toBe("comments_over");
    expect((await seen(roundtableId, partner.chair))?.comments).toMatchObject([
      { item: 0, name: one.name, words: "Falta un patrón." },
    ]);
    value(await comment(roundtableId, lead.chair, past(3), "De acuerdo."));
    expect((await seen(roundtableId, one))?.comments.map(({ words }) => words)).toEqual(["Falta un patrón."]);
  });

  test("are approved by a chair of every authority once the time is over, as they stand; then the record can be sealed", async () => {
    const { roundtableId, lead, partner, rapporteur } = await anEntered(world);
    value(await write(roundtableId, rapporteur));
    expect(reasonOf(await approve(roundtableId, lead.chair))).toBe("notes_not_shown");
    expect(reasonOf(await close(world, roundtableId, lead.chair))).toBe("notes_not_approved");
    value(await show(roundtableId, rapporteur));
    expect(reasonOf(await approve(roundtableId, lead.chair, 1, past(10)))).toBe("comments_open");
    expect(reasonOf(await approve(roundtableId, rapporteur))).toBe("not_allowed");
    value(await approve(roundtableId, lead.chair));
    expect(reasonOf(await approve(roundtableId, lead.chair))).toBe("notes_approved");
    // Another text is another approval.
    value(await write(roundtableId, rapporteur, { revision: 1, notes: someNotes(text("Otra.", "Other.")) }));
    expect(reasonOf(await approve(roundtableId, partner.chair, 1))).toBe("stale");
    value(await approve(roundtableId, partner.chair, 2));
    expect((await seen(roundtableId, lead.chair))?.approved).toBe(false);
    expect(reasonOf(await close(world, roundtableId, lead.chair))).toBe("notes_not_approved");
    value(await approve(roundtableId, lead.chair, 2));
    expect((await seen(roundtableId, lead.chair))?.approved).toBe(true);
    value(await close(world, roundtableId, lead.chair));
    expect(reasonOf(await write(roundtableId, rapporteur, { revision: 2 }))).toBe("record_sealed");
    const vault = await vaultSeenBy(world, roundtableId, lead.chair);
    for (const part of ["roundtable_minutes", "roundtable_minute_approvals"])
      expect(vault?.seal?.parts.find((one) => one.part === part)).toMatchObject({ whole: true });
  });
});

test("a copy of them leaves the room with its reader's name on it, and the chairs read of every one", async () => {
  const { roundtableId, lead, rapporteur, one } = await anEntered(world);
  value(await write(roundtableId, rapporteur));
  const take = (by: Member) => takeMinutes(world.db, { roundtableId, keys, by, at: past(5) });
  expect(reasonOf(await take(one))).toBe("not_found");
  value(await show(roundtableId, rapporteur));
  for (const by of [one, rapporteur]) expect(value(await take(by)).reader.name).toBe(by.name);
  const told = async (by: Member) =>
    (await vaultSeenBy(world, roundtableId, by))?.disclosures.map(({ what, name }) => [what, name]).sort();
  expect(await told(lead.chair)).toEqual(
    [
      ["minutes", one.name],
      ["minutes", rapporteur.name],
    ].sort(),
  );
  expect(await told(one)).toEqual([["minutes", one.name]]);
  expect(await told(lead.legal)).toEqual([]);
});

test("a copy of the whole record holds what its reader may read, and is written down; nobody takes one who has not entered", async () => {
  const { roundtableId, lead, one, houses } = await anEntered(world);
  const owe = (organisationId: string) =>
    makeCommitment(world.db, {
      ...{ roundtableId, organisationId, keys, by: lead.chair, at: past(1) },
      ...{ what: text("Enviar.", "To send."), due: "2027-02-20" },
    });
  const [bank, other] = houses.map(({ organisation }) => organisation.id);
  for (const id of [bank ?? "", other ?? ""]) value(await owe(id));
  const take = (by: Member) => takeRecord(world.db, { roundtableId, keys, by, at: past(5) });
  for (const by of [houses[0].officer, houses[1].officer, lead.officer, lead.outside])
    expect(reasonOf(await take(by))).toBe("not_found");
  const owedIn = async (by: Member) =>
    value(await take(by))
      .commitments.map(({ organisationId }) => organisationId)
      .sort();
  expect(await owedIn(lead.chair)).toEqual([bank, other].sort());
  expect(await owedIn(one)).toEqual([bank]);
  const record = value(await take(one));
  expect([record.reader.name, record.digest, record.terms.receipt?.version]).toEqual([one.name, null, 1]);
  const disclosures = (await vaultSeenBy(world, roundtableId, lead.chair))?.disclosures ?? [];
  expect(disclosures.map(({ what, name }) => [what, name]).sort()).toEqual(
    [lead.chair, one, one].map(({ name }) => ["record", name]).sort(),
  );
});
