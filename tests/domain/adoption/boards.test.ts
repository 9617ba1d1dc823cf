import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { acknowledgeAdvisory } from "~/domain/adoption/acknowledge-advisory.server";
import type { ItemFields } from "~/domain/adoption/adoption";
import { findBoard, listBoards } from "~/domain/adoption/boards.server";
import { changeItem } from "~/domain/adoption/change-item.server";
import { changeItems } from "~/domain/adoption/change-items.server";
import { tellOwners } from "~/domain/adoption/tell-owners.server";
import { undoChange } from "~/domain/adoption/undo-change.server";
import { listEvents } from "~/domain/audit/events.server";
import { anonymous, type Member, type Viewer } from "~/domain/members/viewer";
import { asViewer } from "~db/client.server";
import { aBoard, anInstitution, boardOf, type Institution } from "../../support/adoption";
import { aFlag, aNextVersion, aStaff, at, later, reasonOf, type Staff, set, value } from "../../support/desk";
import { aHouse, aMember, anOrganisation } from "../../support/people";
import { aWorld } from "../../support/world";

const world = aWorld();
let lead: Staff;
let bank: Institution;
const today = "2026-11-20";

beforeAll(async () => {
  lead = await aStaff(world);
  bank = await anInstitution(world);
});

type Change = {
  number: string;
  publicId: string;
  revision?: number;
  given: Partial<ItemFields>;
  by?: Member;
};
const change = ({ by = bank.analyst, revision = 0, ...rest }: Change) =>
  changeItem(world.db, { revision, by, at, ...rest });
const rowOf = async (number: string, publicId: string, by: Member = bank.analyst) =>
  (await boardOf(world, by, number)).rows.find((row) => row.publicId === publicId);

describe("acknowledging", () => {
  test("begins one board and is recorded once, also by two people at once", async () => {
    const { number, id } = await aBoard(world, lead, bank);
    const again = await Promise.all(
      [bank.officer, bank.analyst].map((by) => acknowledgeAdvisory(world.db, { number, by, at: later(1) })),
    );
    expect(again.map((one) => value(one).id)).toEqual([id, id]);
    const { acknowledgements } = await boardOf(world, bank.analyst, number);
    expect(acknowledgements).toEqual([{ boardId: id, version: 1, at, by: bank.officer.name }]);
  });

  test("is not for who cannot read the advisory", async () => {
    const issued = await aBoard(world, lead, bank, {
      tlp: "AMBER",
      audience: { jurisdictions: [], sectors: [], organisations: [bank.organisation.id], members: [] },
    });
    const other = await anInstitution(world);
    const refused = await acknowledgeAdvisory(world.db, { number: issued.number, by: other.officer, at });
    expect(reasonOf(refused)).toBe("not_found");
  });
});

describe("what a board says of a red flag", () => {
  test("is its state, its owner, its date and a note, with who said so", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const given = {
      state: "new-rule",
      ownerId: bank.analyst.memberId,
      dueOn: "2026-12-15",
      note: "Regla 118.",
    } as const;
    expect(value(await change({ number, publicId: idOf(2), given }))).toMatchObject({ revision: 1 });
    const boards = await listBoards(world.db, bank.administrator, { today });
    expect(boards.find((board) => board.number === number)).toMatchObject({
      progress: { total: 3, decided: 1, byState: { "new-rule": 1 } },
    });
    expect(await rowOf(number, idOf(2))).toMatchObject({
      ...given,
      ownerName: bank.analyst.name,
      changedByName: bank.analyst.name,
      decidedAt: at,
    });
  });

  test("keeps what two people changed at once when it is not the same thing", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const read = { state: "not-started", ownerId: null, dueOn: null, note: "" } as const;
    value(await change({ number, publicId: idOf(1), given: { ...read, note: "La vi." } }));
    value(await change({ number, publicId: idOf(1), given: { ...read, state: "tuned" }, by: bank.officer }));
    expect(await rowOf(number, idOf(1))).toMatchObject({ note: "La vi.", state: "tuned", revision: 2 });
  });

  test("loses nobody's words when both changed the same: the second is told and nothing is written", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const [one, two] = await Promise.all(
      [bank.analyst, bank.officer].map((by) =>
        change({ number, publicId: idOf(1), given: { note: `De ${by.name}.` }, by }),
      ),
    );
    const second = [one, two].find((outcome) => !outcome?.ok);
    expect(second).toMatchObject({
      reason: "item_changed_meanwhile",
      facts: { fields: ["note"], revision: 1 },
    });
    const row = await rowOf(number, idOf(1));
    expect(row?.note).toMatch(/^De Persona/);
    // Having read it, they save again, and the first words stay in the history.
    value(await change({ number, publicId: idOf(1), revision: 1, given: { note: "Las dos." } }));
    const kept = await asViewer(world.db, bank.analyst, (tx) =>
      tx.execute<{ before: { note: string } }>(
        sql`select before from adoption_changes where revision = 2 and before ->> 'note' = ${row?.note}`,
      ),
    );
    expect(kept).toHaveLength(1);
  });

  test("has for an owner only a colleague who works on boards and is still here", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const gone = await aMember(world, { organisation: bank.organisation, roles: ["analyst"] });
    await world.owner`update members set left_at = now() where id = ${gone.memberId}`;
    for (const ownerId of [
      gone.memberId,
      lead.analyst.memberId,
      bank.administrator.memberId,
      crypto.randomUUID(),
    ]) {
      expect(reasonOf(await change({ number, publicId: idOf(1), given: { ownerId } }))).toBe("owner_unknown");
    }
  });

  test("is refused from a revision that never was, and for a red flag that the board has not", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const given = { state: "tuned" } as const;
    expect(reasonOf(await change({ number, publicId: idOf(1), revision: 7, given }))).toBe(
      "revision_unknown",
    );
    expect(reasonOf(await change({ number, publicId: idOf(9), given }))).toBe("not_found");
  });
});

describe("a change of many", () => {
  test("touches what was chosen and can be undone as one, except where somebody has been since", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    value(await change({ number, publicId: idOf(1), given: { state: "declined", note: "No aplica aquí." } }));
    const made = value(
      await changeItems(world.db, {
        number,
        publicIds: [idOf(1), idOf(2), idOf(3)],
        given: { state: "tuned", dueOn: "2026-12-01" },
        by: bank.officer,
        at,
      }),
    );
    expect(made).toMatchObject({ changed: 3, same: 0 });
    expect(await rowOf(number, idOf(1))).toMatchObject({ state: "tuned", note: "No aplica aquí." });
    value(await change({ number, publicId: idOf(3), revision: 1, given: { note: "Sigo con ésta." } }));

    const undone = value(await undoChange(world.db, { number, batchId: made.batchId, by: bank.officer, at }));
    expect(undone).toEqual({ restored: 2, kept: 1 });
    expect(await rowOf(number, idOf(1))).toMatchObject({ state: "declined", dueOn: null });
    expect(await rowOf(number, idOf(2))).toMatchObject({ state: "not-started", dueOn: null });
    expect(await rowOf(number, idOf(3))).toMatchObject({ state: "tuned", note: "Sigo con ésta." });
  });

  test("is all or nothing, and by two at once each stands for itself", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const given = { state: "tuned" } as const;
    const half = await changeItems(world.db, {
      number,
      publicIds: [idOf(1), idOf(8)],
      given,
      by: bank.officer,
      at,
    });
    expect(reasonOf(half)).toBe("not_found");
    expect(await rowOf(number, idOf(1))).toMatchObject({ state: "not-started" });
    const all = [idOf(1), idOf(2), idOf(3)];
    const both = await Promise.all([
      changeItems(world.db, { number, publicIds: all, given, by: bank.officer, at }),
      changeItems(world.db, {
        number,
        publicIds: [...all].reverse(),
        given: { dueOn: "2026-12-01" },
        by: bank.analyst,
        at,
      }),
    ]);
    expect(both.map(reasonOf)).toEqual(["done", "done"]);
    expect(await rowOf(number, idOf(2))).toMatchObject({ state: "tuned", dueOn: "2026-12-01", revision: 2 });
  });

  test("says so when nothing was chosen", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const none = await changeItems(world.db, {
      number,
      publicIds: [],
      given: { state: "tuned" },
      by: bank.officer,
      at,
    });
    const still = await changeItems(world.db, {
      number,
      publicIds: [idOf(1)],
      given: {},
      by: bank.officer,
      at,
    });
    expect([none, still].map(reasonOf)).toEqual(["no_red_flag_chosen", "no_change_chosen"]);
  });
});

describe("when a new version comes", () => {
  test("what changed is marked, what is new is there, what was withdrawn is closed, and nothing is lost", async () => {
    const { number, redFlags, idOf } = await aBoard(world, lead, bank, { flags: 4 });
    for (const n of [1, 2, 3]) {
      value(await change({ number, publicId: idOf(n), given: { state: "new-rule", note: `Regla ${n}.` } }));
    }
    const at2 = `redFlags/${redFlags[1]?.id}`;
    const at3 = `redFlags/${redFlags[2]?.id}`;
    await aNextVersion(world, lead, number, [
      set(`${at2}/text/es`, "Una señal que se repite.", "Una señal que se repite tres veces."),
      set(`${at2}/text/en`, "A signal that repeats.", "A signal that repeats three times."),
      set(`${at2}/state`, "active", "amended"),
      set(`${at2}/changeNote/es`, "", "Se precisa cuántas."),
      set(`${at2}/changeNote/en`, "", "How many is made precise."),
      set(`${at3}/state`, "active", "withdrawn"),
      set(`${at3}/changeNote/es`, "", "Ya no sirve."),
      set(`${at3}/changeNote/en`, "", "Of no use any more."),
      { kind: "add", list: "redFlags", item: aFlag(5), after: null },
    ]);
    const marks = async () =>
      Object.fromEntries(
        (await boardOf(world, bank.analyst, number)).rows.map(
          ({ publicId, flagState, mark, state, note }) => [
            publicId.split("#")[1],
            [flagState, mark, state, note].join(" "),
          ],
        ),
      );
    expect(await marks()).toEqual({
      "RF-01": "active  new-rule Regla 1.",
      "RF-02": "amended changed new-rule Regla 2.",
      "RF-03": "withdrawn  new-rule Regla 3.",
      "RF-04": "active  not-started ",
      "RF-05": "active new not-started ",
    });
    const line = async () =>
      (await listBoards(world.db, bank.analyst, { today })).find((board) => board.number === number);
    expect(await line()).toMatchObject({
      progress: { total: 4, decided: 2, fresh: 1, changed: 1 },
      closed: 1,
      acknowledged: { version: 1 },
    });
    expect(reasonOf(await change({ number, publicId: idOf(3), revision: 1, given: { note: "" } }))).toBe(
      "red_flag_closed",
    );

    // Receiving it settles what nobody had decided; a decision is held against the new words by somebody.
    value(await acknowledgeAdvisory(world.db, { number, by: bank.officer, at: later(5) }));
    expect(await line()).toMatchObject({ progress: { fresh: 0, changed: 1 }, acknowledged: { version: 2 } });
    value(await change({ number, publicId: idOf(2), revision: 1, given: { dueOn: "2026-12-24" } }));
    expect(await line()).toMatchObject({ progress: { changed: 1 } });
    value(
      await changeItems(world.db, {
        number,
        publicIds: [idOf(2)],
        given: {},
        reviewedVersion: 2,
        by: bank.analyst,
        at,
      }),
    );
    expect(await line()).toMatchObject({ progress: { changed: 0, decided: 2 } });
  });

  test("that the institution may not read, its own words are still there", async () => {
    const audience = { jurisdictions: [], sectors: [], organisations: [bank.organisation.id], members: [] };
    const { number, idOf } = await aBoard(world, lead, bank, { tlp: "AMBER", audience });
    value(await change({ number, publicId: idOf(1), given: { state: "tuned", note: "Nuestro." } }));
    await aNextVersion(world, lead, number, [set("audience/organisations", [bank.organisation.id], [])]);
    expect(await boardOf(world, bank.analyst, number)).toMatchObject({
      number,
      advisory: null,
      title: null,
      rows: [{ publicId: idOf(1), flagState: null, note: "Nuestro.", state: "tuned" }],
    });
    const given = { note: "x" };
    expect(reasonOf(await change({ number, publicId: idOf(1), revision: 1, given }))).toBe("red_flag_closed");
  });
});

describe("nobody else", () => {
  const tables = ["adoption_boards", "adoption_acknowledgements", "adoption_items", "adoption_changes"];
  const counts = (viewer: Viewer) =>
    asViewer(world.db, viewer, async (tx) => {
      const found: number[] = [];
      for (const table of tables) {
        const [row] = await tx.execute<{ n: number }>(
          sql`select count(*)::int as n from ${sql.identifier(table)}`,
        );
        found.push(row?.n ?? -1);
      }
      return found;
    });
  const nothing = [0, 0, 0, 0];

  test("sees a board, a row or a count: no authority, no operator, no auditor, no guild, no other institution", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    value(await change({ number, publicId: idOf(1), given: { note: "Sólo nuestro." } }));
    const { operator, auditor } = await aHouse(world);
    const every = ["analyst", "officer", "administrator", "publisher", "compliance-officer"] as const;
    const others: Viewer[] = [
      lead.analyst,
      await aMember(world, { organisation: lead.authority, roles: [...every] }),
      operator,
      auditor,
      await aMember(world, {
        organisation: await anOrganisation(world, { kind: "guild" }),
        roles: ["observer"],
      }),
      (await anInstitution(world)).officer,
      anonymous,
    ];
    for (const viewer of others) {
      expect(await counts(viewer)).toEqual(nothing);
      expect(await findBoard(world.db, viewer, number)).toBeUndefined();
      expect(await listBoards(world.db, viewer, { today })).toEqual([]);
    }
    expect(Math.min(...(await counts(bank.administrator)))).toBeGreaterThan(0);
  });

  test("sees it after leaving, or once the institution is suspended", async () => {
    const other = await anInstitution(world);
    const { number } = await aBoard(world, lead, other);
    expect(await findBoard(world.db, other.analyst, number)).toBeDefined();
    await world.owner`update members set left_at = now() where id = ${other.analyst.memberId}`;
    expect(await counts(other.analyst)).toEqual(nothing);
    expect(await findBoard(world.db, other.analyst, number)).toBeUndefined();
    await world.owner`update organisations set vetting = 'suspended' where id = ${other.organisation.id}`;
    expect(await counts(other.officer)).toEqual(nothing);
  });

  test("writes on it, and nobody of its own in another's name or with a stranger for an owner", async () => {
    const { id, number, redFlags } = await aBoard(world, lead, bank);
    const other = await anInstitution(world);
    const write = (
      viewer: Member,
      { board = id, by = viewer.memberId, owner = null as string | null } = {},
    ) =>
      asViewer(world.db, viewer, (tx) =>
        tx.execute(sql`insert into adoption_items (board_id, organisation_id, indicator_id, public_id, reviewed_version, changed_by, changed_at, owner_id)
          values (${board}, ${viewer.organisationId}, ${redFlags[0]?.id}, ${number}, 1, ${by}, now(), ${owner})`),
      );
    await expect(write(other.officer)).rejects.toThrow();
    await expect(write(lead.analyst)).rejects.toThrow();
    await expect(write(bank.administrator)).rejects.toThrow();
    await expect(write(bank.analyst, { by: bank.officer.memberId })).rejects.toThrow();
    await expect(write(bank.analyst, { owner: lead.analyst.memberId })).rejects.toThrow();
    await expect(write(bank.analyst)).resolves.toBeDefined();
  });

  test("learns from the audit log more than that somebody worked on some board", async () => {
    const { id, number, idOf } = await aBoard(world, lead, bank);
    value(
      await change({ number, publicId: idOf(1), given: { state: "declined", note: "Palabra secreta." } }),
    );
    const { auditor } = await aHouse(world);
    const { items } = await listEvents(world.db, auditor, { subjectId: id });
    expect(items.map(({ action, detail }) => [action, detail])).toEqual([
      ["red-flags.adopted", { redFlags: 1 }],
      ["advisory.acknowledged", {}],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/secreta|declined|RF-01/);
    expect(JSON.stringify(items)).not.toContain(number);
  });
});

describe("owners are told", () => {
  const told = async (memberId: string) =>
    await world.owner<{ kind: string; about: unknown }[]>`
      select kind, about from notices where member_id = ${memberId} order by queued_at, kind`;

  test("once of all that they were given in a while, of nothing that they took themselves, and only how many", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const { memberId } = await aMember(world, { organisation: bank.organisation, roles: ["analyst"] });
    const give = (publicIds: string[], ownerId: string) =>
      changeItems(world.db, { number, publicIds, given: { ownerId }, by: bank.officer, at });
    value(await give([idOf(1), idOf(2)], memberId));
    value(await give([idOf(3)], bank.officer.memberId));
    await tellOwners(world.db, { at: later(9) });
    expect(await told(memberId)).toEqual([]);
    await Promise.all([tellOwners(world.db, { at: later(10) }), tellOwners(world.db, { at: later(10) })]);
    await tellOwners(world.db, { at: later(30) });
    expect(await told(memberId)).toEqual([{ kind: "red-flags-assigned", about: { redFlags: 2 } }]);
    expect(await told(bank.officer.memberId)).toEqual([]);
  });

  test("from seven in the morning of their own day, three days ahead, once per date, until it is settled", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    const far = await aMember(world, {
      organisation: bank.organisation,
      roles: ["analyst"],
      timeZone: "America/Tijuana",
    });
    const own = (n: number, given: Partial<ItemFields>) =>
      change({ number, publicId: idOf(n), given: { ownerId: far.memberId, ...given }, by: far });
    value(await own(1, { dueOn: "2026-11-23" }));
    value(await own(2, { dueOn: "2026-11-24" }));
    value(await own(3, { dueOn: "2026-11-23", state: "tuned" }));
    // 06:59 and 07:00 in Tijuana.
    await tellOwners(world.db, { at: new Date("2026-11-20T14:59:00Z") });
    expect(await told(far.memberId)).toEqual([]);
    await tellOwners(world.db, { at: new Date("2026-11-20T15:00:00Z") });
    await tellOwners(world.db, { at: new Date("2026-11-20T15:01:00Z") });
    expect(await told(far.memberId)).toEqual([
      { kind: "red-flags-due", about: { redFlags: 1, until: "2026-11-23" } },
    ]);
    await tellOwners(world.db, { at: new Date("2026-11-21T15:00:00Z") });
    expect(await told(far.memberId)).toHaveLength(2);
  });

  test("by nobody who is signed in", async () => {
    const { number, idOf } = await aBoard(world, lead, bank);
    value(
      await change({
        number,
        publicId: idOf(1),
        given: { ownerId: bank.analyst.memberId },
        by: bank.officer,
      }),
    );
    for (const viewer of [bank.officer, lead.analyst]) {
      const rows = await asViewer(world.db, viewer, (tx) =>
        tx.execute(sql`select * from adoption_assigned_take(now() + interval '1 year', interval '0')`),
      );
      expect(rows).toHaveLength(0);
    }
  });
});
