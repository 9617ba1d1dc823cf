import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { anonymous } from "~/domain/members/viewer";
import { cancelRoundtable } from "~/domain/roundtables/cancel-roundtable.server";
import { clearAgenda } from "~/domain/roundtables/clear-agenda.server";
import { endRoundtable } from "~/domain/vaults/end-roundtable.server";
import { keepRoundtableTimes } from "~/domain/vaults/keep-roundtable-times.server";
import { asViewer } from "~db/client.server";
import { reasonOf, text, value } from "../../support/desk";
import { keys } from "../../support/rounds";
import { aConvened, seenBy } from "../../support/roundtables";
import { anEnded, close, during, past, vaultSeenBy } from "../../support/vaults";
import { aWorld } from "../../support/world";

const world = aWorld();
const stateOf = async (id: string, by: Parameters<typeof seenBy>[2], when = during) =>
  (await seenBy(world, id, by, when))?.state;

describe("ending", () => {
  test("is the chair's once it has begun, once; then it is over and is not cancelled any more", async () => {
    const { roundtableId, lead, houses } = await aConvened(world);
    const end = (by = lead.chair, at = during) => endRoundtable(world.db, { roundtableId, keys, by, at });
    expect(reasonOf(await end(lead.chair, past(-1)))).toBe("session_not_begun");
    expect(reasonOf(await end(lead.legal))).toBe("not_allowed");
    expect(reasonOf(await end(houses[0].analyst))).toBe("not_allowed");
    expect(reasonOf(await end(lead.outside))).toBe("not_found");
    value(await end());
    expect(await stateOf(roundtableId, houses[0].analyst)).toBe("over");
    expect(reasonOf(await end())).toBe("session_over");
    const reason = text("Ya no.", "No more.");
    const cancelled = await cancelRoundtable(world.db, {
      roundtableId,
      reason,
      keys,
      by: lead.chair,
      at: during,
    });
    expect(reasonOf(cancelled)).toBe("session_over");
  });

  test("comes by the clock half an hour past the end, and the seal thirty days after it", async () => {
    const { roundtableId, lead } = await aConvened(world);
    const endedAt = async () => (await vaultSeenBy(world, roundtableId, lead.chair))?.endedAt;
    await keepRoundtableTimes(world.db, { at: past(0, 29) });
    expect(await endedAt()).toBeNull();
    await keepRoundtableTimes(world.db, { at: past(0, 30) });
    await keepRoundtableTimes(world.db, { at: past(1) });
    expect(await endedAt()).toEqual(past(0, 30));
    await keepRoundtableTimes(world.db, { at: past(29) });
    expect((await vaultSeenBy(world, roundtableId, lead.chair))?.closedAt).toBeNull();
    await keepRoundtableTimes(world.db, { at: past(30) });
    const vault = await vaultSeenBy(world, roundtableId, lead.chair);
    expect([vault?.closedAt, vault?.seal?.parts.every(({ whole }) => whole)]).toEqual([past(30), true]);
  });
});

describe("a record that is closed", () => {
  test("is closed by a chair once the session is over, and its digest stands in the audit log in nobody's name", async () => {
    const { roundtableId, lead, houses } = await aConvened(world);
    expect(reasonOf(await close(world, roundtableId, lead.chair))).toBe("session_not_over");
    value(await endRoundtable(world.db, { roundtableId, keys, by: lead.chair, at: during }));
    expect(reasonOf(await close(world, roundtableId, lead.legal))).toBe("not_allowed");
    expect(reasonOf(await close(world, roundtableId, lead.outside))).toBe("not_found");
    const { digest } = value(await close(world, roundtableId, lead.chair));
    expect(reasonOf(await close(world, roundtableId, lead.chair))).toBe("record_sealed");
    for (const by of [lead.chair, lead.legal, houses[0].analyst]) {
      const vault = await vaultSeenBy(world, roundtableId, by);
      expect(vault?.seal?.digest).toBe(digest);
      expect(vault?.seal?.parts.map(({ part }) => part)).toContain("roundtables");
      expect(vault?.proof).toMatchObject([{ action: "roundtable.closed", digest, whole: true }]);
      const [entry] = await world.owner`
        select action, member_id, organisation_id, subject_id from audit_events where seq = ${vault?.proof[0]?.seq ?? 0}`;
      expect(entry).toMatchObject({
        action: "confidential.recorded",
        member_id: null,
        organisation_id: null,
      });
      expect(entry?.subject_id).not.toBe(digest);
    }
    expect(await stateOf(roundtableId, lead.chair)).toBe("sealed");
    expect(await vaultSeenBy(world, roundtableId, lead.outside)).toBeUndefined();
  });

  test("does not change: neither by an act, nor by a statement of the web role, nor by the tables' owner", async () => {
    const { roundtableId, lead } = await anEnded(world);
    value(await close(world, roundtableId, lead.chair));
    const tried = (statement: string) =>
      asViewer(world.db, lead.chair, (tx) => tx.execute(sql.raw(statement))).then(
        () => "done",
        (error: Error) => String(error.cause),
      );
    const where = `where id = '${roundtableId}'`;
    expect(await tried(`update roundtables set place = 'x' ${where}`)).toContain("does not change");
    expect(
      await tried(`update roundtables set cancelled_at = now(), cancelled_by = viewer_id() ${where}`),
    ).toContain("does not change");
    for (const statement of [
      `update roundtables set agenda = 'x' ${where}`,
      `update roundtables set closed_at = null ${where}`,
      `update roundtable_clearances set note = 'x' where roundtable_id = '${roundtableId}'`,
      `delete from roundtable_clearances where roundtable_id = '${roundtableId}'`,
      `insert into roundtable_clearances (roundtable_id, authority_id, kind, member_id, agenda_hash, cleared_at)
         select roundtable_id, authority_id, kind, member_id, 'x', cleared_at from roundtable_clearances where roundtable_id = '${roundtableId}'`,
    ])
      await expect(world.owner.unsafe(statement), statement).rejects.toThrow(
        /does not change|before it is sent/,
      );
  });

  test("tells whoever reads it which part was changed behind its back, and whether its proof was", async () => {
    const { roundtableId, lead } = await anEnded(world);
    value(await close(world, roundtableId, lead.chair));
    const parts = async () =>
      (await vaultSeenBy(world, roundtableId, lead.chair))?.seal?.parts
        .filter(({ whole }) => !whole)
        .map(({ part }) => part);
    const isProven = async () => (await vaultSeenBy(world, roundtableId, lead.chair))?.proof[0]?.whole;
    expect([await parts(), await isProven()]).toEqual([[], true]);
    const behind = (statement: string) =>
      world.owner.begin(async (tx) => {
        await tx.unsafe("set local session_replication_role = replica");
        await tx.unsafe(statement);
      });
    await behind(`update roundtable_clearances set cleared_at = cleared_at + interval '1 ms' where ctid = (
      select ctid from roundtable_clearances where roundtable_id = '${roundtableId}' limit 1)`);
    expect(await parts()).toEqual(["roundtable_clearances"]);
    await behind(
      `update roundtables set starts_at = starts_at + interval '1 hour' where id = '${roundtableId}'`,
    );
    expect(await parts()).toEqual(["roundtable_clearances", "roundtables"]);
    // Whoever forges the manifest to fit still has the journal's entry against them, and that one has the chain's.
    await behind(`update roundtable_seals set digest = 'x' where roundtable_id = '${roundtableId}'`);
    expect(await isProven()).toBe(false);
    await behind(
      `update roundtable_events set detail = 'x' where roundtable_id = '${roundtableId}' and action = 'roundtable.closed'`,
    );
    expect(await isProven()).toBe(false);
  });

  test("what is being written at that moment is in it or is refused, never in between", async () => {
    const { roundtableId, lead } = await anEnded(world);
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let began = () => {};
    const writing = new Promise<void>((resolve) => {
      began = resolve;
    });
    const write = world.owner.begin(async (tx) => {
      await tx`insert into roundtable_clearances (roundtable_id, authority_id, kind, member_id, agenda_hash, cleared_at)
        values (${roundtableId}, ${lead.authority.id}, 'legal', ${lead.legal.memberId}, 'late', now())`;
      began();
      await held;
    });
    await writing;
    const closing = close(world, roundtableId, lead.chair);
    goOn();
    await write;
    value(await closing);
    const vault = await vaultSeenBy(world, roundtableId, lead.chair);
    expect(vault?.seal?.parts.find(({ part }) => part === "roundtable_clearances")).toMatchObject({
      rows: 5,
      whole: true,
    });
  });

  test("is neither ended, closed nor timed by whoever may not, as the database itself says", async () => {
    const { roundtableId, lead, houses } = await aConvened(world);
    const tried = (by: Parameters<typeof asViewer>[1], statement: string) =>
      asViewer(world.db, by, (tx) => tx.execute(sql.raw(statement))).then(
        () => "done",
        (error: Error) => String(error.cause),
      );
    for (const by of [anonymous, lead.legal, lead.outside, houses[0].officer])
      for (const act of ["roundtable_end", "roundtable_close"])
        expect(await tried(by, `select ${act}('${roundtableId}', now())`)).toContain("not theirs");
    for (const act of [
      "roundtables_keep_time(now())",
      "roundtable_purge_next(now())",
      "master_keys_retire(now())",
    ])
      expect(await tried(lead.chair, `select ${act}`)).toContain("not theirs");
    expect(await tried(lead.chair, `update roundtables set purged_at = now()`)).toContain(
      "permission denied",
    );
    expect(await tried(lead.chair, `update roundtables set retention_days = 31`)).toContain(
      "does not change",
    );
  });
});

test("an agenda is not cleared behind a sealed record", async () => {
  const { roundtableId, lead } = await anEnded(world);
  value(await close(world, roundtableId, lead.chair));
  const cleared = await clearAgenda(world.db, {
    roundtableId,
    kind: "legal",
    revision: 1,
    note: "",
    keys,
    by: lead.legal,
    at: during,
  });
  expect(reasonOf(cleared)).toBe("agenda_sent");
});
