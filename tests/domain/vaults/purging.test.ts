import { describe, expect, test } from "vitest";
import { findMasterKey } from "~/domain/auth/find-master-key.server";
import { unseal } from "~/domain/auth/seal.server";
import { openKey } from "~/domain/auth/seal-key.server";
import { settleMasterKey } from "~/domain/auth/settle-master-key.server";
import type { Member } from "~/domain/members/viewer";
import { liftHold } from "~/domain/vaults/lift-hold.server";
import { placeHold } from "~/domain/vaults/place-hold.server";
import { purgeRoundtables } from "~/domain/vaults/purge-roundtables.server";
import { listPurged } from "~/domain/vaults/vaults.server";
import { at, reasonOf, text, value } from "../../support/desk";
import { keys } from "../../support/rounds";
import { aConvened, aConvener, anAgenda, listedTo, propose, seenBy } from "../../support/roundtables";
import { aFolderOfKeys, anEnded, close, during, past, vaultSeenBy } from "../../support/vaults";
import { aWorld, freshDatabase } from "../../support/world";

const world = aWorld();
const master = {
  find: async () => Buffer.alloc(32),
  kept: "environment" as const,
  next: async () => "",
  forget: async () => {},
};
const purge = (when: Date) => purgeRoundtables(world.db, { master, at: when });
const isThere = async (id: string, by: Member) => (await seenBy(world, id, by, during)) !== undefined;
const rowsOf = async (id: string) => {
  const tables = await world.owner<{ name: string }[]>`select room_tables() as name`;
  const left = [];
  for (const { name } of tables) {
    const [row] = await world.owner.unsafe<{ n: number }[]>(
      `select count(*)::int as n from ${name} where roundtable_id = '${id}'`,
    );
    if (row?.n) left.push(name);
  }
  return left;
};

describe("at its date", () => {
  test("a record is destroyed and not before, with everything of it but its proof and who had a part", async () => {
    const { roundtableId, lead, houses } = await anEnded(world, { agenda: anAgenda({ retentionDays: 30 }) });
    value(await close(world, roundtableId, lead.chair));
    const { digest } = (await vaultSeenBy(world, roundtableId, lead.chair))?.seal ?? {};
    await purge(new Date(past(30).getTime() - 1));
    expect(await isThere(roundtableId, houses[0].analyst)).toBe(true);
    await purge(past(30));
    await purge(past(31));
    for (const by of [lead.chair, houses[0].analyst, houses[0].officer]) {
      expect(await isThere(roundtableId, by)).toBe(false);
      expect(await listedTo(world, by)).not.toContain(roundtableId);
    }
    expect(await rowsOf(roundtableId)).toEqual([
      "roundtable_authorities",
      "roundtable_events",
      "roundtable_parts",
      "roundtable_seals",
    ]);
    const [row] =
      await world.owner`select agenda, place, cancellation from roundtables where id = ${roundtableId}`;
    expect(row).toEqual({ agenda: Buffer.alloc(0), place: Buffer.alloc(0), cancellation: null });
    expect(
      await world.owner`select 1 from notices where about ->> 'roundtableId' = ${roundtableId}`,
    ).toHaveLength(0);

    const vault = await vaultSeenBy(world, roundtableId, lead.chair);
    expect(vault).toMatchObject({ purgedAt: past(30), seal: { digest, parts: [] } });
    expect(vault?.proof.map(({ action, digest: of, whole }) => [action, of, whole])).toEqual([
      ["roundtable.closed", digest, true],
      ["roundtable.purged", digest, true],
    ]);
    expect((await listPurged(world.db, lead.chair)).map(({ id }) => id)).toContain(roundtableId);
    expect(await vaultSeenBy(world, roundtableId, houses[0].officer)).toBeUndefined();
    expect(await vaultSeenBy(world, roundtableId, lead.outside)).toBeUndefined();
    expect(await listPurged(world.db, houses[0].officer)).toEqual([]);
  });

  test("one that was never closed, one that was cancelled and one that never came to be are sealed and destroyed too", async () => {
    const { roundtableId, lead } = await anEnded(world, { agenda: anAgenda({ retentionDays: 30 }) });
    const convener = await aConvener(world);
    const { id } = value(await propose(world, convener, { agenda: anAgenda({ retentionDays: 30 }) }));
    await purge(past(30));
    for (const [room, by] of [
      [roundtableId, lead.chair],
      [id, convener.chair],
    ] as const) {
      const vault = await vaultSeenBy(world, room, by);
      expect(vault?.purgedAt).toEqual(past(30));
      expect(vault?.proof.map(({ whole }) => whole)).toEqual([true, true]);
    }
  });

  test("how long is cleared with the agenda, and a year where nothing else was said", async () => {
    const { roundtableId, lead, houses } = await aConvened(world);
    for (const by of [lead.chair, houses[0].analyst])
      expect((await seenBy(world, roundtableId, by))?.purgeAt).toEqual(past(365));
  });
});

describe("a legal hold", () => {
  const say = (act: typeof placeHold, roundtableId: string, by: Member, reason = "Requerimiento 7.") =>
    act(world.db, { roundtableId, reason, keys, by, at: during });

  test("takes two officers of those who convene, each with a reason, and so does its end", async () => {
    const { roundtableId, lead, partner, houses, second } = await anEnded(world);
    const held = async () => (await vaultSeenBy(world, roundtableId, houses[0].analyst))?.held;
    for (const by of [lead.chair, lead.legal, houses[0].officer])
      expect(reasonOf(await say(placeHold, roundtableId, by))).toBe("not_allowed");
    expect(reasonOf(await say(placeHold, roundtableId, lead.outside))).toBe("not_found");
    expect(reasonOf(await say(placeHold, roundtableId, lead.officer, " "))).toBe("hold_reason_missing");
    expect(reasonOf(await say(liftHold, roundtableId, lead.officer))).toBe("not_held");
    value(await say(placeHold, roundtableId, lead.officer));
    expect(reasonOf(await say(placeHold, roundtableId, lead.officer))).toBe("other_officer_needed");
    expect(await held()).toBe(false);
    value(await say(placeHold, roundtableId, partner.officer));
    expect(await held()).toBe(true);
    expect(reasonOf(await say(placeHold, roundtableId, second))).toBe("held_already");

    await purge(past(400));
    expect(await isThere(roundtableId, houses[0].analyst)).toBe(true);
    value(await say(liftHold, roundtableId, second));
    expect(reasonOf(await say(liftHold, roundtableId, second))).toBe("other_officer_needed");
    await purge(past(400));
    expect(await held()).toBe(true);
    const vault = await vaultSeenBy(world, roundtableId, lead.chair);
    expect(vault?.holdWords.map(({ step, reason }) => [step, reason]).sort()).toEqual([
      ["lift", "Requerimiento 7."],
      ["place", "Requerimiento 7."],
      ["place", "Requerimiento 7."],
    ]);
    expect((await vaultSeenBy(world, roundtableId, houses[0].analyst))?.holdWords).toEqual([]);
    value(await say(liftHold, roundtableId, lead.officer));
    expect(await held()).toBe(false);
    await purge(past(400));
    expect(await isThere(roundtableId, houses[0].analyst)).toBe(false);
  });

  test("is asked for anew after it was lifted, and of what is destroyed there is nothing to hold", async () => {
    const { roundtableId, lead, partner } = await anEnded(world);
    const both = async (act: typeof placeHold) => {
      for (const by of [lead.officer, partner.officer]) value(await say(act, roundtableId, by));
    };
    await both(placeHold);
    await both(liftHold);
    await both(placeHold);
    expect((await vaultSeenBy(world, roundtableId, lead.chair))?.standing).toMatchObject({ held: true });
    await both(liftHold);
    await purge(past(400));
    expect(reasonOf(await say(placeHold, roundtableId, lead.officer))).toBe("not_found");
  });
});

test("an act that is under way in one room lets the others go at their date, and its own after it", async () => {
  const given = { agenda: anAgenda({ retentionDays: 30 }) };
  const busy = await anEnded(world, given);
  const quiet = await anEnded(world, given);
  const ofAct = await world.owner.reserve();
  try {
    await ofAct`begin`;
    await ofAct`select pg_advisory_xact_lock(hashtextextended('ribera.roundtable ' || ${busy.roundtableId}::text, 0))`;
    await purge(past(30));
    expect(await isThere(quiet.roundtableId, quiet.lead.chair)).toBe(false);
    expect(await isThere(busy.roundtableId, busy.lead.chair)).toBe(true);
    await ofAct`commit`;
  } finally {
    ofAct.release();
  }
  await purge(past(30));
  expect(await isThere(busy.roundtableId, busy.lead.chair)).toBe(false);
});

test("a copy of what the database held before opens with nothing that is left after", async () => {
  const own = await freshDatabase();
  try {
    const { open } = await aFolderOfKeys();
    const { keys: ring, master: folder } = await open();
    await settleMasterKey(own.db, { master: folder, at });
    const convener = await aConvener(own);
    const words = text("Xoloitzcuintle", "Xoloitzcuintle dogs");
    const given = { agenda: anAgenda({ title: words, retentionDays: 30 }), keys: ring };
    const { id } = value(await propose(own, convener, given));
    const { id: other } = value(
      await propose(own, convener, { ...given, agenda: anAgenda({ title: words }) }),
    );
    // What a dead row or the log of the database may still hold.
    const [copy] = await own.owner<{ sealed: Uint8Array; fingerprint: string; agenda: Uint8Array }[]>`
      select k.sealed, m.fingerprint, t.agenda from roundtable_keys k join master_keys m using (generation)
        join roundtables t on t.id = k.roundtable_id where t.id = ${id}`;
    if (!copy) throw new Error("there is a key");
    const opened = openKey(copy.sealed, {
      under: await findMasterKey(ring, copy.fingerprint),
      about: `roundtable:${id}`,
    });
    expect(unseal(copy.agenda, { key: opened, about: `agenda:${id}` })).toContain("Xoloitzcuintle");

    expect(await purgeRoundtables(own.db, { master: folder, at: past(30) })).toBe(true);
    const left = await open();
    await expect(findMasterKey(left.keys, copy.fingerprint)).rejects.toThrow(/does not have the master key/);
    const [holding] = await own.owner<
      { fingerprint: string }[]
    >`select fingerprint from master_keys order by generation desc limit 1`;
    const under = await findMasterKey(left.keys, holding?.fingerprint ?? "");
    for (const key of [under, left.keys("room")])
      expect(() => openKey(copy.sealed, { under: key, about: `roundtable:${id}` })).toThrow(/another secret/);
    // What is not over yet is read as before, and nothing is left to go over to.
    expect((await listPurged(own.db, convener.chair)).map((one) => one.id)).toEqual([id]);
    const kept = await own.owner`select 1 from roundtable_keys where roundtable_id = ${other}`;
    expect(kept).toHaveLength(1);
    const [before] = await own.owner`select count(*)::int as n from master_keys`;
    expect(await purgeRoundtables(own.db, { master: left.master, at: past(31) })).toBe(true);
    expect(await own.owner`select count(*)::int as n from master_keys`).toEqual([before]);
  } finally {
    await own.close();
  }
});
