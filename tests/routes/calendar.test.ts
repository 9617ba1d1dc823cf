import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCalendarAddress } from "~/domain/auth/make-calendar-address.server";
import { listCalendarAddresses } from "~/domain/auth/own-sign-in.server";
import { revokeCalendarAddress } from "~/domain/auth/revoke-calendar-address.server";
import { kindsFor } from "~/domain/calendar/calendar.policy";
import { listOccasions } from "~/domain/calendar/calendar.server";
import { schedulePublication } from "~/domain/drafts/schedule-publication.server";
import type { Member } from "~/domain/members/viewer";
import { endMembership } from "~/domain/people/end-membership.server";
import { answerSeat } from "~/domain/roundtables/answer-seat.server";
import { cancelRoundtable } from "~/domain/roundtables/cancel-roundtable.server";
import { moveRoundtable } from "~/domain/roundtables/move-roundtable.server";
import { proposeMeasure } from "~/domain/vetting/propose-measure.server";
import { paths } from "~/paths";
import {
  aDraft,
  aStaff,
  at,
  clearAll,
  hashOf,
  later,
  reasonOf,
  type Staff,
  text,
  value,
} from "../support/desk";
import { aMember, anOrganisation } from "../support/people";
import { keys } from "../support/rounds";
import { aConvened, aPlace, someTimes } from "../support/roundtables";
import { aSite, type Site } from "../support/site";
import { aBank, apply, decide, type Officers, reason, someOfficers } from "../support/vetting";
import { freshDatabase, type World } from "../support/world";

let world: World;
let site: Site;
let staff: Staff;
let officers: Officers;
let publishing: string;

/** The server tells the time itself: what is to come, by the calendar of whoever runs this. */
const aDay = 86_400_000;
const embargo = new Date(Math.ceil(Date.now() / aDay) * aDay + 8 * aDay + 15.5 * 3_600_000);
const inACalendar = (instant: Date) => instant.toISOString().replace(/[-:]|\.\d+/g, "");
/** The 28th of the month after next, so many years later. */
const today = new Date();
const soon = (years = 0) =>
  new Date(Date.UTC(today.getUTCFullYear() + years, today.getUTCMonth() + 2, 28)).toISOString().slice(0, 10);
const bare = (day: string) => day.replaceAll("-", "");
const dayAfter = (day: string) => new Date(Date.parse(day) + aDay).toISOString().slice(0, 10);

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  staff = await aStaff(world);
  officers = await someOfficers(world);
  publishing = (
    await aDraft(world, staff, { title: text("Título reservado", "Reserved title"), tlp: "AMBER" })
  ).id;
  await world.owner`update drafts set scheduled_for = ${embargo}, scheduled_by = ${staff.publisher.memberId} where id = ${publishing}`;
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const address = async (by: Member, name = "Outlook") =>
  value(await makeCalendarAddress(world.db, { by, name, secret: randomBytes(32), at: new Date() })).token;

async function read(token: string) {
  const answer = await site.ask(paths.calendar(token));
  return {
    status: answer.status,
    headers: answer.headers,
    text: (await answer.text()).replace(/\r\n /g, ""),
  };
}

/** The fields of each entry, by the beginning of its UID. */
function entriesOf(file: string) {
  return file
    .split("BEGIN:VEVENT\r\n")
    .slice(1)
    .map((entry) =>
      Object.fromEntries(
        entry.split("\r\n").map((line) => {
          const colon = line.indexOf(":");
          return [line.slice(0, colon), line.slice(colon + 1)];
        }),
      ),
    );
}

const kindsIn = async (member: Member) =>
  (await listOccasions(world.db, member, { at })).map(({ kind }) => kind);

describe("what a calendar holds", () => {
  test("a scheduled publication at its instant, for the staff of its authority alone, and nothing of it above CLEAR", async () => {
    const file = (await read(await address(staff.publisher))).text;
    const [entry] = entriesOf(file);
    expect(entry).toMatchObject({
      UID: `publication-${publishing}@localhost`,
      DTSTART: inACalendar(embargo),
      DTEND: inACalendar(new Date(embargo.getTime() + 15 * 60_000)),
      SUMMARY: "Publicación programada de un aviso",
    });
    expect(entry?.["URL;VALUE=URI"]).toMatch(new RegExp(`/es/desk/${publishing}$`));
    expect(file).not.toContain("Título");
    expect(file).not.toContain(staff.authority.shortName);
    expect(await kindsIn(officers.analyst)).toEqual([]);
  });

  test("its number, where all of it is CLEAR, in the member's language, and a greater SEQUENCE after a change", async () => {
    const open = await aDraft(world, staff, { tlp: "CLEAR" });
    await world.owner`update drafts set scheduled_for = ${embargo}, scheduled_by = ${staff.publisher.memberId} where id = ${open.id}`;
    const reader = await aMember(world, {
      organisation: staff.authority,
      roles: ["publisher"],
      language: "en",
    });
    const token = await address(reader);
    const entry = async () =>
      entriesOf((await read(token)).text).find(({ UID }) => UID?.startsWith(`publication-${open.id}`));
    const before = await entry();
    expect(before?.SUMMARY).toMatch(/^Scheduled publication: AUT/);
    await clearAll(world, staff, open.id);
    const contentHash = await hashOf(world, open.id);
    const changed = new Date(embargo.getTime() + aDay);
    // Set again without a word of the draft having changed.
    value(
      await schedulePublication(world.db, {
        draftId: open.id,
        contentHash,
        embargo: changed,
        by: staff.publisher,
        at: new Date(),
      }),
    );
    const after = await entry();
    expect(after).toMatchObject({ UID: before?.UID, DTSTART: inACalendar(changed) });
    expect(Number(after?.SEQUENCE)).toBeGreaterThan(Number(before?.SEQUENCE));
    await world.owner`update drafts set discarded_at = now() where id = ${open.id}`;
    expect(await entry()).toBeUndefined();
  });

  test("the last day of one's own vetting, as a day without a zone, for administrators", async () => {
    const bank = await aBank(world, "vetted", soon());
    const [entry] = entriesOf((await read(await address(bank.administrator))).text);
    expect(entry).toMatchObject({
      UID: `vetting-end-${bank.id}@localhost`,
      "DTSTART;VALUE=DATE": bare(soon()),
      "DTEND;VALUE=DATE": bare(dayAfter(soon())),
    });
    expect(await kindsIn(bank.analyst)).toEqual([]);
  });

  test("the last day of its legal cover, for whoever relies on it", async () => {
    const organisation = await anOrganisation(world, { kind: "institution", jurisdiction: "US" });
    await world.owner`update organisations set registered_314b_until = '2027-06-30' where id = ${organisation.id}`;
    expect(await kindsIn(await aMember(world, { organisation, roles: ["compliance-officer"] }))).toEqual([
      "cover-end",
    ]);
    expect(await kindsIn(await aMember(world, { organisation, roles: ["analyst"] }))).toEqual([]);
  });

  test("emergencies, for the officers who could confirm them, and the ends of those they answer for; no name of any", async () => {
    const bank = await aBank(world, "vetted", soon());
    value(
      await proposeMeasure(world.db, {
        organisationId: bank.id,
        kind: "suspension",
        emergency: true,
        reason,
        by: officers.first,
        at: new Date(),
      }),
    );
    const other = await aBank(world, "vetted", soon());
    const of = async (member: Member) =>
      (await listOccasions(world.db, member, { at })).filter(
        ({ about }) =>
          about && "organisationId" in about && [bank.id, other.id].includes(about.organisationId),
      );
    expect((await of(officers.second)).map(({ kind }) => kind)).toEqual([
      "emergency-end",
      "organisation-end",
    ]);
    expect((await of(officers.first)).map(({ kind }) => kind)).toEqual(["organisation-end"]);
    expect((await of(officers.neighbour)).map(({ kind }) => kind)).toEqual(["organisation-end"]);
    for (const member of [officers.abroad, officers.analyst, officers.administrator, other.administrator])
      expect((await of(member)).map(({ kind }) => kind)).toEqual([]);
    const file = (await read(await address(officers.second))).text;
    expect(file).not.toContain(bank.organisation.shortName);
    expect(file).not.toContain("Organización");
  });

  test("in every entry when it was last changed, and a SEQUENCE that a renewal makes greater", async () => {
    const renewing = await aBank(world, "vetted", soon());
    const tokens = [await address(renewing.administrator), await address(officers.first)];
    const entries = async () =>
      (await Promise.all(tokens.map(async (token) => entriesOf((await read(token)).text)))).flatMap((all) =>
        all.filter(({ UID }) => UID?.includes(renewing.id)),
      );
    const before = await entries();
    expect(before.map(({ "DTSTART;VALUE=DATE": day }) => day)).toEqual([soon(), soon()].map(bare));
    const applied = await apply(world, renewing, undefined, new Date());
    // A sequence counts seconds.
    const when = new Date(Date.now() + 5000);
    for (const by of [officers.first, officers.second])
      value(await decide(world, renewing, applied, by, { at: when }));
    const after = await entries();
    expect(after.map(({ "DTSTART;VALUE=DATE": day }) => day)).toEqual([soon(1), soon(1)].map(bare));
    for (const [n, entry] of after.entries()) {
      expect(entry.UID).toBe(before[n]?.UID);
      expect(Number(entry.SEQUENCE)).toBeGreaterThan(Number(before[n]?.SEQUENCE));
      expect(entry["LAST-MODIFIED"]).toMatch(/^\d{8}T\d{6}Z$/);
    }
    for (const member of [staff.publisher, officers.first, officers.second])
      for (const entry of entriesOf((await read(await address(member, "Otro"))).text)) {
        expect(Number(entry.SEQUENCE)).toBeGreaterThan(0);
        expect(entry["LAST-MODIFIED"]).toBeDefined();
      }
  });

  test("nothing of a kind that the page does not name to that member", async () => {
    for (const member of [...Object.values(officers), ...Object.values(staff)]) {
      if (!("memberId" in member)) continue;
      const named = kindsFor(member);
      for (const kind of await kindsIn(member)) expect(named).toContain(kind);
    }
  });
});

describe("a session", () => {
  test("is in the calendar of who has a part or a seat, moves there and is struck out, and names nothing", async () => {
    const day = soon();
    const { roundtableId, lead, houses } = await aConvened(world, { times: { ...someTimes, date: day } });
    const [house] = houses;
    const token = await address(house.analyst);
    const sessionIn = async (by = token) =>
      entriesOf((await read(by)).text).find(({ UID }) => UID?.startsWith(`session-${roundtableId}`));
    const first = await sessionIn();
    // Ten o'clock in Mexico City, which every calendar shows on its own clock.
    expect(first).toMatchObject({
      DTSTART: `${bare(day)}T160000Z`,
      DTEND: `${bare(day)}T180000Z`,
      SUMMARY: "Sesión",
      STATUS: "CONFIRMED",
      TRANSP: "OPAQUE",
    });
    expect(Object.keys(first ?? {}).filter((name) => /^(ATTENDEE|ORGANIZER|LOCATION)/.test(name))).toEqual(
      [],
    );
    for (const word of ["concentradoras", "Ocelote", "roundtables", lead.authority.shortName])
      expect((await read(token)).text).not.toContain(word);
    expect(await sessionIn(await address(lead.legal))).toBeDefined();
    for (const by of [house.officer, lead.outside])
      expect(await sessionIn(await address(by))).toBeUndefined();

    const room = { roundtableId, keys, by: lead.chair };
    const times = { ...someTimes, date: dayAfter(day), zone: "America/Bogota" };
    value(await moveRoundtable(world.db, { ...room, times, place: aPlace, sequence: 0, at: later(60) }));
    const moved = await sessionIn();
    expect(moved?.DTSTART).toBe(`${bare(dayAfter(day))}T150000Z`);
    expect(Number(moved?.SEQUENCE)).toBeGreaterThan(Number(first?.SEQUENCE));
    value(
      await cancelRoundtable(world.db, {
        ...room,
        reason: text("Se pospone.", "It is put off."),
        at: later(120),
      }),
    );
    const cancelled = await sessionIn();
    expect(cancelled).toMatchObject({ UID: first?.UID, STATUS: "CANCELLED", SUMMARY: "Sesión cancelada" });
    expect(Number(cancelled?.SEQUENCE)).toBeGreaterThan(Number(moved?.SEQUENCE));
  });

  test("is not in the calendar of who said that they do not come", async () => {
    const { roundtableId, houses } = await aConvened(world);
    const [{ analyst }] = houses;
    expect(await kindsIn(analyst)).toContain("session");
    value(await answerSeat(world.db, { roundtableId, answer: "not-coming", keys, by: analyst, at }));
    expect(await kindsIn(analyst)).not.toContain("session");
  });
});

describe("an address", () => {
  test("is kept by nobody on the way, and leads no search engine", async () => {
    const { status, headers } = await read(await address(staff.legal));
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("x-robots-tag")).toBe("noindex");
  });

  test("that is none, garbled, revoked, or whose member does not stand, answers like one that does not exist", async () => {
    const seen = async (path: string) => {
      const answer = await site.ask(path);
      const headers = [...answer.headers].filter(([name]) => !["date", "x-request-id"].includes(name));
      const page = (await answer.text())
        .replace(/nonce="[^"]*"|[0-9a-f]{10}-[0-9a-z]+/g, "")
        .replaceAll(path, "");
      return {
        status: answer.status,
        headers: headers.filter(([name]) => name !== "content-security-policy"),
        page,
      };
    };
    const revoked = await address(staff.es, "Teléfono");
    const [row] = await listCalendarAddresses(world.db, staff.es);
    value(await revokeCalendarAddress(world.db, { by: staff.es, addressId: row?.id ?? "", at: new Date() }));
    const bank = await aBank(world, "vetted");
    const expired = await address(bank.administrator);
    await world.owner`update organisations set vetting = 'expired' where id = ${bank.id}`;
    const leaver = await aMember(world, { organisation: staff.authority });
    const left = await address(leaver);
    value(await endMembership(world.db, { memberId: leaver.memberId, by: leaver, at: new Date() }));

    const nowhere = await seen("/calendar/never-was-anything-here");
    expect(nowhere.status).toBe(404);
    for (const token of [randomBytes(32).toString("base64url"), "x", revoked, expired, left])
      expect(await seen(paths.calendar(token))).toEqual(nowhere);
    // Those that were ended stay so; one that merely waits works again.
    await world.owner`update organisations set vetting = 'vetted' where id = ${bank.id}`;
    expect((await read(expired)).status).toBe(200);
    await world.owner`update members set left_at = null where id = ${leaver.memberId}`;
    expect((await read(left)).status).toBe(404);
  });

  test("is revoked by its owner alone, is shown with its last reading, and only its hash is kept", async () => {
    const token = await address(staff.en);
    const [mine] = await listCalendarAddresses(world.db, staff.en);
    expect(mine).toMatchObject({ name: "Outlook", lastUsedAt: null, revokedAt: null });
    expect(
      reasonOf(await revokeCalendarAddress(world.db, { by: staff.es, addressId: mine?.id ?? "", at })),
    ).toBe("not_found");
    await read(token);
    expect((await listCalendarAddresses(world.db, staff.en))[0]?.lastUsedAt).not.toBeNull();
    const rows = await world.owner`select * from feed_tokens`;
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("has a name, and there are ten at most", async () => {
    const member = await aMember(world);
    const make = (name: string) =>
      makeCalendarAddress(world.db, { by: member, name, secret: randomBytes(32), at: new Date() });
    expect(reasonOf(await make("  "))).toBe("calendar_unnamed");
    for (let n = 0; n < 10; n++) value(await make(`uno ${n}`));
    expect(reasonOf(await make("once"))).toBe("calendar_at_limit");
  });

  test("is made by members in good standing alone", async () => {
    const { administrator } = await aBank(world, "applied");
    const outcome = await makeCalendarAddress(world.db, {
      by: administrator,
      name: "Outlook",
      secret: randomBytes(32),
      at: new Date(),
    });
    expect(reasonOf(outcome)).toBe("not_allowed");
  });
});

// Last: what it counts stays counted.
test("from where too many addresses were none, nothing is looked up for a while, and readings are not counted", async () => {
  const token = await address(staff.legal, "Otro");
  const misses = async () =>
    (
      await world.owner<
        { n: number }[]
      >`select count(*)::int as n from attempts where purpose like 'calendar.%'`
    )[0]?.n;
  const before = await misses();
  for (let n = 0; n < 3; n++) expect((await read(token)).status).toBe(200);
  expect(await misses()).toBe(before);
  let status = 404;
  for (let n = 0; n < 70 && status === 404; n++)
    ({ status } = await read(randomBytes(32).toString("base64url")));
  expect(status).toBe(429);
  expect((await read(token)).status).toBe(429);
});
