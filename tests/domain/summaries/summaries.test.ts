import { describe, expect, test } from "vitest";
import { anonymous, type Member, type Viewer } from "~/domain/members/viewer";
import { approveMinutes } from "~/domain/minutes/approve-minutes.server";
import { submitMinutes } from "~/domain/minutes/submit-minutes.server";
import { writeMinutes } from "~/domain/minutes/write-minutes.server";
import { approveSummary } from "~/domain/summaries/approve-summary.server";
import { publishSummary } from "~/domain/summaries/publish-summary.server";
import { showSummaries } from "~/domain/summaries/show-summaries.server";
import { findOwnSummary, findSummary, listSummaries } from "~/domain/summaries/summaries.server";
import { periodOf } from "~/domain/summaries/summary";
import type { SummaryWords } from "~/domain/summaries/summary.form";
import { withdrawOwnSummary } from "~/domain/summaries/withdraw-own-summary.server";
import { withdrawSummary } from "~/domain/summaries/withdraw-summary.server";
import { writeSummary } from "~/domain/summaries/write-summary.server";
import { purgeRoundtables } from "~/domain/vaults/purge-roundtables.server";
import { reasonOf, text, value } from "../../support/desk";
import { aMember, anOrganisation } from "../../support/people";
import { keys } from "../../support/rounds";
import { anAgenda } from "../../support/roundtables";
import { anEntered, close, past } from "../../support/vaults";
import { aWorld } from "../../support/world";

const world = aWorld();

/** A session whose minutes every authority has approved. */
async function anApproved(given: Parameters<typeof anEntered>[1] = {}) {
  const session = await anEntered(world, given);
  const { roundtableId, lead, partner, rapporteur } = session;
  const notes = {
    summary: text("Se comparó.", "Compared."),
    items: [text("Tres.", "Three."), text("Dos.", "Two.")],
  };
  const as = (by: Member, at: Date) => ({ roundtableId, keys, by, at });
  value(await writeMinutes(world.db, { ...as(rapporteur, past(0)), notes, revision: 0 }));
  value(await submitMinutes(world.db, { ...as(rapporteur, past(0)), revision: 1, days: 1 }));
  for (const { chair } of [lead, partner])
    value(await approveMinutes(world.db, { ...as(chair, past(2)), revision: 1 }));
  const summary = (words: Partial<SummaryWords> = {}): SummaryWords => ({
    title: text("Lo que se observa en ventanilla", "What is seen at the counter"),
    body: text("Se compararon 3 patrones.", "3 patterns were compared."),
    tlp: "AMBER",
    audience: { jurisdictions: ["MX"], sectors: [], organisations: [] },
    period: "month",
    issuers: [lead.authority.id],
    ...words,
  });
  const write = (words: Partial<SummaryWords> = {}, revision = 0, by: Member = rapporteur) =>
    writeSummary(world.db, { ...as(by, past(3)), summary: summary(words), revision });
  const approve = (by: Member, revision = 1) => approveSummary(world.db, { ...as(by, past(4)), revision });
  const publish = (by: Member = lead.chair, revision = 1) =>
    publishSummary(world.db, { ...as(by, past(5)), revision });
  const release = async (words: Partial<SummaryWords> = {}) => {
    value(await write(words));
    for (const { chair } of [lead, partner]) value(await approve(chair));
    return value(await publish());
  };
  return { ...session, as, write, approve, publish, release };
}
const aBank = async (jurisdiction: string) =>
  aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution", jurisdiction }),
    roles: ["analyst"],
  });
// Of a session on 20 January: published on the 25th, read from the first of the next month.
const inFebruary = new Date("2027-02-01T00:00:30.000Z");
const isRead = async (id: string, by: Viewer) => (await findSummary(world.db, by, id)) !== undefined;

describe("a summary", () => {
  test("is written from approved minutes alone, whole, alike in both languages, and identifies nobody", async () => {
    const unapproved = await anEntered(world);
    const first = await anApproved();
    expect(
      reasonOf(
        await writeSummary(world.db, {
          roundtableId: unapproved.roundtableId,
          summary: {
            ...{ title: text("A", "A"), body: text("A", "A") },
            tlp: "CLEAR",
            period: "year",
            issuers: [],
            audience: { jurisdictions: [], sectors: [], organisations: [] },
          },
          revision: 0,
          keys,
          by: unapproved.rapporteur,
          at: past(3),
        }),
      ),
    ).toBe("notes_not_approved");
    expect(reasonOf(await first.write({ body: text("Algo.", "") }))).toBe("summary_incomplete");
    expect(reasonOf(await first.write({ body: text("Eran 15.", "There were 50.") }))).toBe(
      "languages_differ",
    );
    expect(reasonOf(await first.write({ body: text("HEGG560427MVZRRL04.", "HEGG560427MVZRRL04.") }))).toBe(
      "screened",
    );
    for (const by of [first.one, first.lead.legal])
      expect(reasonOf(await first.write({}, 0, by))).toBe("not_allowed");
    expect(reasonOf(await first.write({}, 0, first.lead.outside))).toBe("not_found");
    value(await first.write());
    expect(reasonOf(await first.write())).toBe("stale");
  });

  test("carries no trace of who was there, of where or of which day, with or without the Chatham House Rule", async () => {
    const { write, one, houses, partner, lead, rapporteur } = await anApproved({
      agenda: anAgenda({ chathamHouse: false }),
    });
    const traces = [
      one.name,
      houses[1].organisation.shortName,
      rapporteur.name,
      lead.chair.name,
      partner.authority.shortName,
      "Plaza Ocelote 7",
      "/roundtables/3f2b8a50",
    ];
    for (const trace of traces)
      expect(await write({ body: text(`Estuvo: ${trace}.`, `There was: ${trace}.`) })).toMatchObject({
        reason: "session_traced",
      });
    const days = [
      text("El 20 de enero de 2027.", "On January 20, 2027."),
      text("El 20 de enero.", "On January 20."),
      text("El 2027-01-20.", "On 2027-01-20."),
    ];
    for (const body of days) expect(reasonOf(await write({ body })), body.es).toBe("session_traced");
    expect(reasonOf(await write({ title: text("Del 20 de enero", "Of January 20") }))).toBe("session_traced");
    value(
      await write({
        body: text(`Con ${lead.authority.shortName}, en 2027.`, `With ${lead.authority.shortName}, in 2027.`),
      }),
    );
  });

  test("is published once each authority's chair approved it as it stands, and then does not change", async () => {
    const { roundtableId, lead, partner, one, rapporteur, write, approve, publish } = await anApproved();
    expect(reasonOf(await approve(lead.chair))).toBe("summary_missing");
    value(await write());
    expect(reasonOf(await publish())).toBe("summary_not_approved");
    value(await approve(lead.chair));
    expect(reasonOf(await approve(lead.chair))).toBe("summary_approved");
    expect(reasonOf(await publish())).toBe("summary_not_approved");
    value(await write({ period: "year" }, 1));
    expect(reasonOf(await approve(partner.chair))).toBe("stale");
    value(await approve(partner.chair, 2));
    expect(reasonOf(await publish(lead.chair, 2))).toBe("summary_not_approved");
    value(await approve(lead.chair, 2));
    for (const by of [rapporteur, one]) expect(reasonOf(await publish(by, 2))).toBe("not_allowed");
    const own = () => findOwnSummary(world.db, one, { id: roundtableId, keys });
    expect((await own())?.words).toBeNull();
    value(await publish(lead.chair, 2));
    expect((await own())?.words?.period).toBe("year");
    expect(reasonOf(await publish(lead.chair, 2))).toBe("summary_published");
    expect(reasonOf(await write({}, 2))).toBe("summary_published");
    expect(reasonOf(await approve(lead.chair, 2))).toBe("summary_published");
  });

  test("is published also once the record is sealed, and outlives its destruction", async () => {
    const { roundtableId, lead, release } = await anApproved({ agenda: anAgenda({ retentionDays: 30 }) });
    value(await close(world, roundtableId, lead.chair, past(2)));
    const { id } = await release({ tlp: "CLEAR" });
    await showSummaries(world.db, { at: inFebruary });
    const master = {
      find: async () => Buffer.alloc(32),
      kept: "environment" as const,
      next: async () => "",
      forget: async () => {},
    };
    await purgeRoundtables(world.db, { master, at: past(30) });
    expect(await isRead(id, anonymous)).toBe(true);
    value(
      await withdrawSummary(world.db, {
        id,
        reason: text("Error.", "Error."),
        by: lead.outside,
        at: past(40),
      }),
    );
    expect((await findSummary(world.db, anonymous, id))?.withdrawal?.en).toBe("Error.");
  });
});

describe("what is published is read", () => {
  test("by its audience alone, when the period that stands on it is over and not before", async () => {
    const { lead, partner, one, release } = await anApproved();
    const { id, showsFrom } = await release();
    expect(showsFrom).toBe("2027-02-01");
    const [mexican, american] = [await aBank("MX"), await aBank("US")];
    await showSummaries(world.db, { at: new Date("2027-01-31T23:59:59.000Z") });
    expect(await isRead(id, mexican)).toBe(false);
    await showSummaries(world.db, { at: inFebruary });
    expect(await isRead(id, mexican)).toBe(true);
    expect((await listSummaries(world.db, mexican)).map((it) => it.id)).toContain(id);
    expect(await findSummary(world.db, mexican, id)).toMatchObject({
      period: "2027-01",
      by: [{ id: lead.authority.id }],
    });
    // Its own authorities' staff are readers like any other: where they are not named, they learn nothing.
    for (const by of [anonymous, american, lead.outside, partner.outside, lead.chair])
      expect(await isRead(id, by)).toBe(false);
    expect(await isRead(id, one)).toBe(true);
  });

  test("by nobody where its audience is empty, and by everyone where it is clear", async () => {
    const nobody = { jurisdictions: [], sectors: [], organisations: [] };
    const hidden = await (await anApproved()).release({ audience: nobody });
    const open = await (await anApproved()).release({ tlp: "CLEAR", audience: nobody });
    await showSummaries(world.db, { at: inFebruary });
    for (const by of [anonymous, await aBank("MX")]) {
      expect(await isRead(hidden.id, by)).toBe(false);
      expect(await isRead(open.id, by)).toBe(true);
    }
  });

  test("without anything in its row or in the audit log that leads to a session or to a person", async () => {
    const { roundtableId, lead, partner, one, release } = await anApproved();
    const { id } = await release({ tlp: "CLEAR" });
    await showSummaries(world.db, { at: inFebruary });
    const [row] =
      await world.owner`select to_jsonb(s) - 'secret_hash' as told from summaries s where id = ${id}`;
    const said = JSON.stringify(row);
    const leads = [roundtableId, partner.authority.id, lead.chair.memberId, one.memberId, "2027-01-2", ":00"];
    expect(leads.filter((lead) => said.includes(lead))).toEqual([]);
    const events =
      await world.owner`select member_id, organisation_id, detail, at from audit_events where subject_id = ${id}`;
    expect(events).toMatchObject([{ member_id: null, organisation_id: null, detail: {}, at: inFebruary }]);
    // Only sealed in the room is the way from one to the other.
    const places = await world.owner<{ part: string }[]>`
      select t.part from (select 'events' as part, to_jsonb(e)::text as row from roundtable_events e union all
        select 'summaries', to_jsonb(s)::text from roundtable_summaries s union all
        select 'notices', to_jsonb(n)::text from notices n) t where t.row like ${`%${id}%`}`;
    expect([...places]).toEqual([]);
  });
});

describe("a summary is taken back", () => {
  const reason = text("Contenía un error.", "It had an error.");

  test("from inside its room, in nobody's name, with a reason that leads nowhere", async () => {
    const { as, lead, partner, one, release } = await anApproved();
    const withdraw = (by: Member, why = reason) =>
      withdrawOwnSummary(world.db, { ...as(by, past(20)), reason: why });
    expect(reasonOf(await withdraw(lead.chair))).toBe("summary_not_published");
    const { id } = await release({ tlp: "CLEAR" });
    await showSummaries(world.db, { at: inFebruary });
    expect(reasonOf(await withdraw(one))).toBe("not_allowed");
    expect(reasonOf(await withdraw(lead.chair, text("No.", "")))).toBe("reason_missing");
    expect(reasonOf(await withdraw(lead.chair, text(`Por ${one.name}.`, `By ${one.name}.`)))).toBe(
      "session_traced",
    );
    value(await withdraw(partner.chair));
    expect(reasonOf(await withdraw(partner.chair))).toBe("summary_withdrawn");
    expect(await findSummary(world.db, anonymous, id)).toMatchObject({ withdrawal: reason });
    const [event] =
      await world.owner`select member_id from audit_events where subject_id = ${id} and action = 'summary.withdrawn'`;
    expect(event).toEqual({ member_id: null });
  });

  test("before anybody reads it, and then nobody does", async () => {
    const { as, lead, release } = await anApproved();
    const { id } = await release({ tlp: "CLEAR" });
    value(await withdrawOwnSummary(world.db, { ...as(lead.chair, past(6)), reason }));
    await showSummaries(world.db, { at: inFebruary });
    expect(await isRead(id, anonymous)).toBe(false);
  });

  test("by a convener of an authority whose name is on it and who reads it, and by nobody else", async () => {
    const { lead, partner, one, release } = await anApproved();
    const clear = await release({ tlp: "CLEAR" });
    await showSummaries(world.db, { at: inFebruary });
    const withdraw = (id: string, by: Viewer) => withdrawSummary(world.db, { id, reason, by, at: past(20) });
    for (const by of [partner.chair, one, lead.legal])
      expect(reasonOf(await withdraw(clear.id, by))).toBe("not_allowed");
    value(await withdraw(clear.id, lead.outside));
    const other = await anApproved();
    const hidden = await other.release();
    await showSummaries(world.db, { at: inFebruary });
    expect(reasonOf(await withdraw(hidden.id, other.lead.outside))).toBe("not_found");
  });
});

test("a period is over on the first day after it", () => {
  const at = new Date("2026-12-31T23:59:00.000Z");
  expect(periodOf("day", at)).toEqual({ named: "2026-12-31", showsFrom: "2027-01-01" });
  expect(periodOf("month", new Date("2026-11-01T00:00:00Z"))).toEqual({
    named: "2026-11",
    showsFrom: "2026-12-01",
  });
  expect(periodOf("year", at)).toEqual({ named: "2026", showsFrom: "2027-01-01" });
});
