import { describe, expect, test } from "vitest";
import { anonymous } from "~/domain/members/viewer";
import { cancelRoundtable } from "~/domain/roundtables/cancel-roundtable.server";
import { changeAgenda } from "~/domain/roundtables/change-agenda.server";
import { endPart } from "~/domain/roundtables/end-part.server";
import { givePart } from "~/domain/roundtables/give-part.server";
import { moveRoundtable } from "~/domain/roundtables/move-roundtable.server";
import { remindOfRoundtables } from "~/domain/roundtables/remind-of-roundtables.server";
import { withdrawRoundtableInvitation } from "~/domain/roundtables/withdraw-roundtable-invitation.server";
import { at, later, reasonOf, text, value } from "../../support/desk";
import { anInstitution, day, keys } from "../../support/rounds";
import {
  aConvened,
  aConvener,
  anAgenda,
  aPlace,
  aProposal,
  clear,
  clearAll,
  convene,
  invite,
  listedTo,
  propose,
  seenBy,
  someTimes,
} from "../../support/roundtables";
import { aWorld } from "../../support/world";

const world = aWorld();
const change = (roundtableId: string, by: Awaited<ReturnType<typeof aConvener>>["chair"], revision = 1) => {
  const agenda = anAgenda({ title: text("Otra cosa", "Something else") });
  return changeAgenda(world.db, { roundtableId, agenda, revision, keys, by, at });
};
const lettersAbout = async (roundtableId: string) =>
  (
    await world.owner<{ member_id: string }[]>`select member_id from notices
      where about ->> 'roundtableId' = ${roundtableId} order by member_id`
  ).map((row) => row.member_id);

describe("proposing", () => {
  test("brings in one chair of each authority and nobody else of them", async () => {
    const [lead, partner] = [await aConvener(world), await aConvener(world, "US")];
    const { id } = value(await propose(world, lead, { chairs: [partner.chair.memberId] }));
    for (const by of [lead.chair, partner.chair]) expect(await listedTo(world, by)).toContain(id);
    for (const by of [lead.legal, lead.outside, partner.outside, anonymous]) {
      expect(await seenBy(world, id, by)).toBeUndefined();
      expect(await listedTo(world, by)).not.toContain(id);
    }
    expect(await lettersAbout(id)).toEqual([partner.chair.memberId]);
  });

  test("is for conveners, and their partners are conveners of other authorities", async () => {
    const [lead, partner] = [await aConvener(world), await aConvener(world)];
    expect(reasonOf(await propose(world, { chair: lead.legal }))).toBe("not_allowed");
    for (const chairs of [[partner.legal], [lead.outside], [partner.chair, partner.outside]]) {
      const refused = await propose(world, lead, { chairs: chairs.map(({ memberId }) => memberId) });
      expect(reasonOf(refused)).toBe("chair_not_fit");
    }
  });

  test("keeps no word of it in clear: neither in its tables nor in the log", async () => {
    const { roundtableId } = await aConvened(world, {
      agenda: anAgenda({ title: text("Xoloitzcuintle", "Xoloitzcuintle dogs") }),
    });
    const all = await world.owner<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`;
    for (const { name } of all) {
      const rows = await world.owner.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`);
      for (const word of ["Xoloitzcuintle", "Ocelote", Buffer.from("Xoloitzcuintle").toString("hex")])
        expect(rows.filter(({ row }) => row.includes(word)).map(() => name)).toEqual([]);
    }
    const log =
      await world.owner`select action, member_id, organisation_id, detail, subject_id from audit_events
      where subject_kind = 'confidential'`;
    expect(log.length).toBeGreaterThan(8);
    for (const event of log)
      expect(event).toMatchObject({
        action: "confidential.recorded",
        member_id: null,
        organisation_id: null,
        detail: {},
      });
    expect(log.some((event) => event.subject_id === roundtableId)).toBe(false);
    const journal =
      await world.owner`select digest from roundtable_events where roundtable_id = ${roundtableId}`;
    for (const { digest } of journal) expect(log.some((event) => event.subject_id === digest)).toBe(true);
  });

  test("a paste that identifies somebody is stopped and nothing is kept", async () => {
    const lead = await aConvener(world);
    const agenda = anAgenda({ purpose: text("Sobre HEGG560427MVZRRL04", "About HEGG560427MVZRRL04") });
    expect(reasonOf(await propose(world, lead, { agenda }))).toBe("screened");
    expect(await listedTo(world, lead.chair)).toEqual([]);
  });
});

describe("clearing", () => {
  test("each authority clears twice, by two people who wrote none of it; only then it is convened", async () => {
    const conveners = [await aConvener(world), await aConvener(world, "US")];
    const [lead, partner] = conveners;
    if (!lead || !partner) throw new Error("two convene");
    const id = await aProposal(world, conveners);
    value(await invite(world, id, lead.chair, await anInstitution(world)));
    value(await clear(world, id, lead.legal, "legal"));
    expect(reasonOf(await clear(world, id, lead.legal, "competition"))).toBe("cleared_once");
    expect(reasonOf(await clear(world, id, lead.officer, "legal"))).toBe("not_allowed");
    expect(reasonOf(await clear(world, id, lead.chair, "legal"))).toBe("not_allowed");
    expect(reasonOf(await clear(world, id, lead.outside, "legal"))).toBe("not_found");
    value(await clear(world, id, lead.officer, "competition"));
    value(await clear(world, id, partner.legal, "legal"));
    expect(reasonOf(await convene(world, id, lead.chair))).toBe("not_cleared_by_all");
    value(await clear(world, id, partner.officer, "competition"));
    value(await convene(world, id, lead.chair));
    expect(reasonOf(await convene(world, id, lead.chair))).toBe("agenda_sent");
  });

  test("what is changed is cleared anew; the same words again change nothing; what was sent stays", async () => {
    const conveners = [await aConvener(world)];
    const [lead] = conveners;
    if (!lead) throw new Error("one convenes");
    const id = await aProposal(world, conveners);
    value(await invite(world, id, lead.chair, await anInstitution(world)));
    await clearAll(world, id, conveners);
    const same = { roundtableId: id, agenda: anAgenda(), revision: 1, keys, by: lead.chair, at };
    expect(value(await changeAgenda(world.db, same)).revision).toBe(1);
    expect((await seenBy(world, id, lead.chair))?.state).toBe("cleared");
    value(await change(id, lead.chair));
    expect((await seenBy(world, id, lead.chair))?.state).toBe("proposed");
    expect(reasonOf(await change(id, lead.chair))).toBe("stale");
    expect(reasonOf(await convene(world, id, lead.chair, 2))).toBe("not_cleared_by_all");
    await clearAll(world, id, conveners, 2);
    value(await convene(world, id, lead.chair, 2));
    expect(reasonOf(await change(id, lead.chair, 2))).toBe("agenda_sent");
  });

  test.each([
    ["agenda_incomplete", { title: text("Solo en español", "") }],
    [
      "other_business",
      { items: [{ title: text("Asuntos generales", "Any other business"), note: text("", "") }] },
    ],
    ["community_missing", { tlp: "GREEN" as const }],
    ["languages_differ", { purpose: text("En 30 días.", "Within 60 days.") }],
  ])("%s: nobody clears it", async (reason, given) => {
    const conveners = [await aConvener(world)];
    const id = await aProposal(world, conveners, { agenda: anAgenda(given) });
    expect(reasonOf(await clear(world, id, conveners[0]?.legal ?? never(), "legal"))).toBe(reason);
  });

  test("a chair brings in colleagues who can do it, and takes them out; one chair stays", async () => {
    const [lead, partner] = [await aConvener(world), await aConvener(world)];
    const id = await aProposal(world, [lead]);
    const give = (memberId: string, part: "chair" | "clearer") =>
      givePart(world.db, { roundtableId: id, memberId, part, keys, by: lead.chair, at });
    expect(reasonOf(await give(partner.legal.memberId, "clearer"))).toBe("part_not_fit");
    expect(reasonOf(await give(lead.legal.memberId, "clearer"))).toBe("already_in_room");
    const seen = await seenBy(world, id, lead.chair);
    const held = (memberId: string) => seen?.parts.find((one) => one.memberId === memberId)?.id ?? "";
    const end = (memberId: string) =>
      endPart(world.db, { roundtableId: id, partId: held(memberId), keys, by: lead.chair, at });
    expect(reasonOf(await end(lead.chair.memberId))).toBe("last_chair");
    value(await end(lead.legal.memberId));
    expect(await seenBy(world, id, lead.legal)).toBeUndefined();
    value(await give(lead.outside.memberId, "chair"));
    expect(await seenBy(world, id, lead.outside)).toBeDefined();
  });
});

describe("a convened session", () => {
  test("is told to the officers of whom it invites, not before; taking an institution off the list ends it for them", async () => {
    const conveners = [await aConvener(world)];
    const [lead] = conveners;
    const house = await anInstitution(world);
    if (!lead) throw new Error("one convenes");
    const id = await aProposal(world, conveners);
    await clearAll(world, id, conveners);
    expect(reasonOf(await convene(world, id, lead.chair))).toBe("no_institution_invited");
    value(await invite(world, id, lead.chair, house));
    expect(reasonOf(await invite(world, id, lead.chair, house))).toBe("on_the_list");
    expect(await seenBy(world, id, house.officer)).toBeUndefined();
    value(await convene(world, id, lead.chair));
    expect(await seenBy(world, id, house.officer)).toMatchObject({
      parts: [],
      clearances: [],
      state: "convened",
    });
    expect(await seenBy(world, id, house.analyst)).toBeUndefined();
    expect(await lettersAbout(id)).toContain(house.officer.memberId);
    const organisationId = house.organisation.id;
    value(
      await withdrawRoundtableInvitation(world.db, {
        roundtableId: id,
        organisationId,
        keys,
        by: lead.chair,
        at,
      }),
    );
    expect(await seenBy(world, id, house.officer)).toBeUndefined();
  });

  test("moves before it begins and is cancelled with a reason; both are counted for calendars", async () => {
    const { roundtableId, lead, houses } = await aConvened(world);
    const times = { ...someTimes, date: "2027-02-03" };
    const move = (sequence: number, when = at) =>
      moveRoundtable(world.db, {
        roundtableId,
        times,
        place: aPlace,
        sequence,
        keys,
        by: lead.chair,
        at: when,
      });
    expect(value(await move(0)).sequence).toBe(1);
    expect(reasonOf(await move(0))).toBe("stale");
    expect(reasonOf(await move(1, later(90 * day)))).toBe("session_begun");
    const cancel = (es: string, en: string) =>
      cancelRoundtable(world.db, { roundtableId, reason: text(es, en), keys, by: lead.chair, at });
    expect(reasonOf(await cancel("Se pospone.", ""))).toBe("reason_missing");
    value(await cancel("Se pospone.", "It is put off."));
    expect(await seenBy(world, roundtableId, houses[0].officer)).toMatchObject({
      state: "cancelled",
      cancellation: { es: "Se pospone." },
      sequence: 2,
    });
    expect(reasonOf(await cancel("Otra vez.", "Again."))).toBe("session_cancelled");
    expect(reasonOf(await move(2))).toBe("session_cancelled");
  });

  test("is reminded of three days and one day before, once, and not to whoever does not come", async () => {
    const { roundtableId } = await aConvened(world, { times: { ...someTimes, date: "2026-12-10" } });
    await world.owner`delete from notices where about ->> 'roundtableId' = ${roundtableId}`;
    const start = new Date("2026-12-10T16:00:00Z").getTime();
    const before = (hours: number) => new Date(start - hours * 3_600_000);
    const count = async (hours: number) => {
      await remindOfRoundtables(world.db, { at: before(hours) });
      await world.owner`update notices set state = 'sent' where about ->> 'roundtableId' = ${roundtableId}`;
      return (await lettersAbout(roundtableId)).length;
    };
    expect(await count(80)).toBe(0);
    const first = await count(71);
    expect(first).toBe(9);
    expect(await count(50)).toBe(first);
    expect(await count(23)).toBe(2 * first);
    expect(await count(1)).toBe(2 * first);
  });
});

function never(): never {
  throw new Error("there is none");
}
