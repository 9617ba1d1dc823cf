import { beforeAll, describe, expect, test } from "vitest";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { cancelPublication } from "~/domain/drafts/cancel-publication.server";
import { publishDue } from "~/domain/drafts/publish-due.server";
import { schedulePublication } from "~/domain/drafts/schedule-publication.server";
import { takeBackClearance } from "~/domain/drafts/take-back-clearance.server";
import { anonymous, type Member } from "~/domain/members/viewer";
import { connect } from "~db/client.server";
import {
  aDraft,
  aStaff,
  at,
  clear,
  clearAll,
  draftOf,
  hashOf,
  later,
  missingOf,
  publish,
  reasonOf,
  type Staff,
  save,
  set,
  value,
} from "../../support/desk";
import { aMember } from "../../support/people";
import { aWorld } from "../../support/world";

const world = aWorld();
let lead: Staff;
beforeAll(async () => {
  lead = await aStaff(world);
});

const schedule = async (draftId: string, embargo: Date, by: Member = lead.publisher) =>
  schedulePublication(world.db, { draftId, contentHash: await hashOf(world, draftId), embargo, by, at });

async function aScheduled(embargo: Date, by?: Member) {
  const draft = await aDraft(world, lead);
  await clearAll(world, lead, draft.id);
  value(await schedule(draft.id, embargo, by));
  return draft;
}

describe("an embargo", () => {
  test("is set by the lead's publisher, for a time to come, on what was read and fully cleared", async () => {
    const { id } = await aDraft(world, lead);
    expect(reasonOf(await schedule(id, later(60)))).toBe("not_ready");
    await clearAll(world, lead, id);
    expect(reasonOf(await schedule(id, at))).toBe("embargo_past");
    expect(reasonOf(await schedule(id, later(-60)))).toBe("embargo_past");
    expect(reasonOf(await schedule(id, later(60), lead.analyst))).toBe("not_allowed");
    const stale = { draftId: id, contentHash: "0".repeat(64), embargo: later(60), by: lead.publisher, at };
    expect(reasonOf(await schedulePublication(world.db, stale))).toBe("changed_meanwhile");
    value(await schedule(id, later(60)));
    value(await cancelPublication(world.db, { draftId: id, by: lead.publisher, at }));
  });

  test("keeps the text as it is until it is lifted", async () => {
    const { id } = await aScheduled(later(600));
    const edit = () => save(world, lead.analyst, id, [set("title/es", "Aviso de prueba", "Otro")]);
    expect(reasonOf(await edit())).toBe("draft_scheduled");
    expect(reasonOf(await cancelPublication(world.db, { draftId: id, by: lead.analyst, at }))).toBe(
      "not_allowed",
    );
    value(await cancelPublication(world.db, { draftId: id, by: lead.publisher, at }));
    expect(await missingOf(world, lead, id)).toEqual([]);
  });

  test("publishes nothing before its time, and once when it has come, however many processes ask", async () => {
    const { number, id } = await aScheduled(later(30));
    expect(await publishDue(world.db, { at: later(29) })).toEqual([]);
    expect(await findAdvisory(world.db, anonymous, number)).toBeUndefined();

    const pools = [1, 2, 3].map(() => connect(world.webUrl, { max: 2 }));
    // Well after its time: nobody was running when it came.
    const answers = await Promise.all(
      [...pools, ...pools].map(({ db }) => publishDue(db, { at: later(300) })),
    );
    await Promise.all(pools.map((pool) => pool.close()));
    expect(answers.flat()).toEqual([number]);
    expect(await findAdvisory(world.db, anonymous, number)).toMatchObject({ version: 1 });
    const events = await world.owner`
      select member_id from audit_events where action = 'advisory.published' and detail ->> 'number' = ${number}`;
    expect([...events]).toEqual([{ member_id: lead.publisher.memberId }]);
    expect((await draftOf(world, lead.analyst, id)).embargoRefusal).toBeNull();
    expect(await publishDue(world.db, { at: later(301) })).toEqual([]);
  });
});

describe("an embargo that cannot be kept is refused once, recorded and shown", () => {
  async function refusals(draftId: string) {
    const rows = await world.owner<{ detail: unknown }[]>`
      select detail from audit_events where action = 'draft.embargo-refused' and subject_id = ${draftId}`;
    return rows.map(({ detail }) => detail);
  }

  test("when a clearance was taken back; it can be cleared, scheduled again and is then kept", async () => {
    const { id, number } = await aScheduled(later(30));
    const given = (await draftOf(world, lead.legal, id)).clearances.find(({ kind }) => kind === "legal");
    value(
      await takeBackClearance(world.db, { draftId: id, clearanceId: given?.id ?? "", by: lead.legal, at }),
    );

    expect(await publishDue(world.db, { at: later(31) })).toEqual([]);
    expect((await draftOf(world, lead.analyst, id)).embargoRefusal).toBe("not_ready");
    expect(await publishDue(world.db, { at: later(32) })).toEqual([]);
    expect(await refusals(id)).toEqual([{ reason: "not_ready" }]);
    expect(await findAdvisory(world.db, anonymous, number)).toBeUndefined();

    value(await clear(world, lead.legal, id, "legal"));
    // Cleared once more, it is not published behind anyone's back: somebody has to set a new time.
    expect(await publishDue(world.db, { at: later(33) })).toEqual([]);
    value(await cancelPublication(world.db, { draftId: id, by: lead.publisher, at }));
    value(await schedule(id, later(40)));
    expect(await publishDue(world.db, { at: later(41) })).toEqual([number]);
    expect((await draftOf(world, lead.analyst, id)).embargoRefusal).toBeNull();
  });

  test("when whoever set it has left", async () => {
    const gone = await aMember(world, { organisation: lead.authority, roles: ["publisher"] });
    const { id, number } = await aScheduled(later(30), gone);
    await world.owner`update members set left_at = now() where id = ${gone.memberId}`;
    expect(await publishDue(world.db, { at: later(31) })).toEqual([]);
    expect((await draftOf(world, lead.analyst, id)).embargoRefusal).toBe("publisher_gone");
    expect(await publishDue(world.db, { at: later(32) })).toEqual([]);
    expect(await refusals(id)).toEqual([{ reason: "publisher_gone" }]);
    value(await schedule(id, later(40)));
    expect(await publishDue(world.db, { at: later(41) })).toEqual([number]);
  });

  test("when whoever set it is no longer a publisher", async () => {
    const moved = await aMember(world, { organisation: lead.authority, roles: ["publisher", "analyst"] });
    const { id } = await aScheduled(later(30), moved);
    await world.owner`delete from member_roles where member_id = ${moved.memberId} and role = 'publisher'`;
    expect(await publishDue(world.db, { at: later(31) })).toEqual([]);
    expect((await draftOf(world, lead.analyst, id)).embargoRefusal).toBe("not_allowed");
    value(await cancelPublication(world.db, { draftId: id, by: lead.publisher, at }));
  });

  test("when the content is not the one that was scheduled", async () => {
    const { id } = await aScheduled(later(30));
    await world.owner`update drafts set scheduled_hash = ${"0".repeat(64)} where id = ${id}`;
    expect(await publishDue(world.db, { at: later(31) })).toEqual([]);
    expect((await draftOf(world, lead.analyst, id)).embargoRefusal).toBe("changed_meanwhile");
    value(await cancelPublication(world.db, { draftId: id, by: lead.publisher, at }));
  });

  test("and one that breaks keeps none of the others from being published", async () => {
    const broken = await aScheduled(later(30));
    const sound = await aScheduled(later(31));
    await world.owner`update drafts set content = content - 'redFlags' where id = ${broken.id}`;
    await expect(publishDue(world.db, { at: later(32) })).rejects.toThrow(AggregateError);
    expect(await findAdvisory(world.db, anonymous, sound.number)).toMatchObject({ version: 1 });
    await world.owner`update drafts set discarded_at = now() where id = ${broken.id}`;
  });
});

test("an embargo lifted in the instant in which it comes is either kept or lifted, never both", async () => {
  for (let round = 0; round < 6; round++) {
    const { id, number } = await aScheduled(later(30));
    const [published, lifted] = await Promise.all([
      publishDue(world.db, { at: later(31) }),
      cancelPublication(world.db, { draftId: id, by: lead.publisher, at: later(31) }),
    ]);
    expect(published.includes(number)).toBe(!lifted.ok);
    expect((await findAdvisory(world.db, anonymous, number)) !== undefined).toBe(!lifted.ok);
    if (lifted.ok) value(await publish(world, lead, id));
  }
});
