import { describe, expect, test } from "vitest";
import { listOccasions } from "~/domain/calendar/calendar.server";
import { asCalendarFile } from "~/domain/calendar/calendar-file.server";
import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import type { Mail, Post } from "~/domain/digests/mail";
import type { Member } from "~/domain/members/viewer";
import { forgetNotices } from "~/domain/notices/forget-notices.server";
import { endMembership } from "~/domain/people/end-membership.server";
import { answerSeat } from "~/domain/roundtables/answer-seat.server";
import { cancelRoundtable } from "~/domain/roundtables/cancel-roundtable.server";
import { moveRoundtable } from "~/domain/roundtables/move-roundtable.server";
import { nameAttendee } from "~/domain/roundtables/name-attendee.server";
import { remindOfRoundtables } from "~/domain/roundtables/remind-of-roundtables.server";
import type { Times } from "~/domain/roundtables/roundtable.form";
import { withdrawRoundtableInvitation } from "~/domain/roundtables/withdraw-roundtable-invitation.server";
import { withdrawSeat } from "~/domain/roundtables/withdraw-seat.server";
import { composeMail } from "../../../emails/compose-mail";
import { at, later, text, value } from "../../support/desk";
import { address } from "../../support/digests";
import { bothWays } from "../../support/outbox";
import { keys } from "../../support/rounds";
import { aConvened, anAgenda, aPlace, type Convened, nameOne, someTimes } from "../../support/roundtables";
import { aWorld } from "../../support/world";

const world = aWorld();
const host = "ribera.example";

const accepted: Post = async () => ({ ok: true });
/** All that is due, sent; to whom it went. */
async function deliver(when = at, answer = accepted) {
  const mails: Mail[] = [];
  const post: Post = async (mail) => {
    mails.push(mail);
    return answer(mail);
  };
  for (let some = true; some; ) {
    const settled = await deliverNotices(world.db, {
      compose: (notice) => composeMail(notice, address),
      ...bothWays(post),
      at: when,
      random: () => 0.5,
    });
    some = Object.values(settled).some((count) => count > 0);
  }
  return mails;
}
const emailOf = async ({ memberId }: Member) =>
  (await world.owner<{ email: string }[]>`select email from members where id = ${memberId}`)[0]?.email ?? "";

/** What a calendar program reads in a file: the method, and the fields of its entries. */
function read(file: string) {
  const lines = file.replace(/\r\n /g, "").split("\r\n");
  const fieldsOf = (some: string[]) =>
    Object.fromEntries(
      some.map((line) => [line.slice(0, line.search(/[:;]/)), line.slice(line.indexOf(":") + 1)]),
    );
  const entries = lines.filter((line) => line === "BEGIN:VEVENT").length;
  const begun = lines.indexOf("BEGIN:VEVENT");
  return {
    method: fieldsOf(lines.slice(0, begun)).METHOD,
    entries,
    names: lines.slice(begun, lines.indexOf("END:VEVENT")).map((line) => line.slice(0, line.search(/[:;]/))),
    entry: fieldsOf(lines.slice(begun, lines.indexOf("END:VEVENT"))),
  };
}
const fileIn = (mail: Mail | undefined) => read(mail?.attachments?.[0]?.content ?? "");

/** The letters of a delivery to this person. */
const to = async (mails: Mail[], member: Member) => {
  const email = await emailOf(member);
  return mails.filter((mail) => mail.to === email);
};
const dated = (mails: Mail[]) => mails.filter(({ attachments }) => attachments?.length === 1);

/** The session as the subscribed calendar of this member has it. */
async function subscribed(member: Member, roundtableId: string) {
  const occasions = (await listOccasions(world.db, member, { at })).filter(
    ({ uid }) => uid === `session-${roundtableId}`,
  );
  const words = { of: () => ({ title: "", text: "", url: "https://ribera.example/" }) };
  return read(asCalendarFile({ occasions, words, method: "publish", name: "Ribera", language: "es", host }))
    .entry;
}
const same = ["UID", "SEQUENCE", "DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED", "CLASS", "TRANSP"];
const told = (entry: Record<string, string>) => same.map((name) => entry[name]);

const move = ({ roundtableId, lead }: Convened, times: Partial<Times>, sequence = 0, when = later(60)) =>
  moveRoundtable(world.db, {
    roundtableId,
    times: { ...someTimes, ...times },
    place: aPlace,
    sequence,
    keys,
    by: lead.chair,
    at: when,
  });
const cancel = ({ roundtableId, lead }: Convened, when = later(120)) =>
  cancelRoundtable(world.db, {
    roundtableId,
    reason: text("Se pospone.", "It is put off."),
    keys,
    by: lead.chair,
    at: when,
  });
const answer = ({ roundtableId, houses }: Convened, said: "coming" | "not-coming", when: Date) =>
  answerSeat(world.db, { roundtableId, answer: said, keys, by: houses[0].analyst, at: when });

describe("a session in the mail", () => {
  test("comes with its date to who has a part or a seat in it, and to nobody else of the room", async () => {
    const convened = await aConvened(world);
    const mails = await deliver();
    const { lead, partner, houses, roundtableId } = convened;
    for (const member of [lead.chair, lead.legal, lead.officer, partner.chair, houses[0].analyst]) {
      const letters = dated(await to(mails, member));
      expect(letters).toHaveLength(1);
      const { method, entries, entry } = fileIn(letters[0]);
      expect([method, entries]).toEqual(["PUBLISH", 1]);
      expect(told(entry)).toEqual(told(await subscribed(member, roundtableId)));
      expect(entry).toMatchObject({ DTSTART: "20270120T160000Z", STATUS: "CONFIRMED" });
    }
    // They send people and sit nowhere themselves: the date is in nobody's mail but who has it.
    for (const { officer } of houses) {
      const letters = await to(mails, officer);
      expect(letters.map(({ kind }) => kind)).toEqual(["confidential-news"]);
      expect(dated(letters)).toEqual([]);
    }
    expect(await to(mails, lead.outside)).toEqual([]);
  });

  test("tells neither what it is about, nor where, nor with whom, whatever its label", async () => {
    const title = text("Xoloitzcuintle reservado", "Reserved xoloitzcuintle");
    for (const tlp of ["AMBER", "AMBER+STRICT", "RED"] as const) {
      const { houses, lead } = await aConvened(world, { agenda: anAgenda({ tlp, title }) });
      for (const mail of dated(await deliver())) {
        const file = mail.attachments?.[0]?.content ?? "";
        expect(fileIn(mail).names.filter((name) => /ATTENDEE|LOCATION|GEO|CONTACT/.test(name))).toEqual([]);
        const everything = file + mail.subject + mail.html + mail.text;
        const { shortName } = houses[0].organisation;
        for (const word of [
          "Xoloitzcuintle",
          "xoloitzcuintle",
          "Ocelote",
          shortName,
          lead.authority.shortName,
        ])
          expect(everything).not.toContain(word);
        for (const kind of ["TLP:", "mesa", "roundtable"])
          expect(everything.toLowerCase()).not.toContain(kind.toLowerCase());
      }
    }
  });

  test("moves in the calendar under the same UID with a greater SEQUENCE, and is taken off it when it is cancelled", async () => {
    const convened = await aConvened(world);
    const { analyst } = convened.houses[0];
    const [first] = dated(await to(await deliver(), analyst));
    value(await move(convened, { date: "2027-03-09" }));
    const [second] = dated(await to(await deliver(later(61)), analyst));
    expect(told(fileIn(second).entry)).toEqual(told(await subscribed(analyst, convened.roundtableId)));
    value(await cancel(convened));
    const [third] = dated(await to(await deliver(later(121)), analyst));
    const files = [first, second, third].map(fileIn);
    expect(files.map(({ method }) => method)).toEqual(["PUBLISH", "PUBLISH", "CANCEL"]);
    expect(new Set(files.map(({ entry }) => entry.UID)).size).toBe(1);
    const sequences = files.map(({ entry }) => Number(entry.SEQUENCE));
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    expect(files.map(({ entry }) => entry.STATUS)).toEqual(["CONFIRMED", "CONFIRMED", "CANCELLED"]);
    expect(told(files[2]?.entry ?? {})).toEqual(told(await subscribed(analyst, convened.roundtableId)));
    expect(third?.attachments?.[0]?.contentType).toBe("text/calendar; charset=utf-8; method=CANCEL");
    for (const { entry } of files) expect(entry.ORGANIZER).toMatch(/mailto:ribera@ribera\.example$/i);
  });

  // Written down from the law of each place: the United States and the border cities change on 14 March and 7 November 2027.
  test.each([
    ["America/Mexico_City", "2027-03-13", "20270313T160000Z"],
    ["America/Mexico_City", "2027-03-14", "20270314T160000Z"],
    ["America/Mexico_City", "2027-11-07", "20271107T160000Z"],
    ["America/Tijuana", "2027-03-13", "20270313T180000Z"],
    ["America/Tijuana", "2027-03-14", "20270314T170000Z"],
    ["America/Tijuana", "2027-11-07", "20271107T180000Z"],
    ["America/Ciudad_Juarez", "2027-03-13", "20270313T170000Z"],
    ["America/Ciudad_Juarez", "2027-03-14", "20270314T160000Z"],
    ["America/Ciudad_Juarez", "2027-11-07", "20271107T170000Z"],
    ["America/New_York", "2027-03-13", "20270313T150000Z"],
    ["America/New_York", "2027-03-14", "20270314T140000Z"],
    ["America/New_York", "2027-11-07", "20271107T150000Z"],
    ["America/Phoenix", "2027-03-14", "20270314T170000Z"],
    ["America/Phoenix", "2027-11-07", "20271107T170000Z"],
  ])("at ten in %s on %s is at one instant on every calendar", async (zone, date, instant) => {
    moving ??= await aConvened(world);
    await deliver();
    value(await move(moving, { zone, date }, turn, later(60 + turn)));
    turn += 1;
    const [letter] = dated(await to(await deliver(later(60 + turn)), moving.houses[0].analyst));
    expect(fileIn(letter).entry.DTSTART).toBe(instant);
    expect(letter?.attachments?.[0]?.content).not.toMatch(/TZID|VTIMEZONE/);
  });
  let moving: Convened | undefined;
  let turn = 0;

  test("is looked up when the letter leaves: one letter that waited tells the newest, and one that was tried is followed by another", async () => {
    const convened = await aConvened(world);
    const { analyst } = convened.houses[0];
    value(await move(convened, { date: "2027-02-03" }));
    const [only, ...none] = dated(await to(await deliver(later(60)), analyst));
    expect(none).toEqual([]);
    expect(fileIn(only).entry.DTSTART).toBe("20270203T160000Z");

    value(await move(convened, { date: "2027-02-04" }, 1, later(61)));
    // Accepted or not: nobody was told.
    const lost = async () => ({ ok: false, again: "later", inDoubt: true, problem: "lost" }) as const;
    await deliver(later(62), lost);
    value(await move(convened, { date: "2027-02-05" }, 2, later(63)));
    const after = dated(await to(await deliver(later(300)), analyst)).map(
      (mail) => fileIn(mail).entry.DTSTART,
    );
    expect(after).toEqual(["20270205T160000Z", "20270205T160000Z"]);
  });

  test("goes from the calendar of whoever lost or declined the seat, once it had come there, and comes back", async () => {
    const convened = await aConvened(world);
    const { roundtableId, lead, houses } = convened;
    const [house] = houses;
    const ours = async (when: Date) => dated(await to(await deliver(when), house.analyst)).map(fileIn);
    const [first] = await ours(at);
    value(await answer(convened, "not-coming", later(10)));
    const [declined] = await ours(later(11));
    value(await answer(convened, "coming", later(20)));
    const [again] = await ours(later(21));
    const seat = { roundtableId, keys, seatId: convened.seatId };
    value(await withdrawSeat(world.db, { ...seat, by: house.officer, at: later(30) }));
    const [lost] = await ours(later(31));
    const { memberId } = house.analyst;
    value(await nameAttendee(world.db, { roundtableId, memberId, keys, by: house.officer, at: later(40) }));
    const [named] = await ours(later(41));
    value(
      await withdrawRoundtableInvitation(world.db, {
        roundtableId,
        organisationId: house.organisation.id,
        keys,
        by: lead.chair,
        at: later(50),
      }),
    );
    const [out] = await ours(later(51));
    const all = [first, declined, again, lost, named, out];
    expect(all.map((one) => one?.method)).toEqual([
      "PUBLISH",
      "CANCEL",
      "PUBLISH",
      "CANCEL",
      "PUBLISH",
      "CANCEL",
    ]);
    const sequences = all.map((one) => Number(one?.entry.SEQUENCE));
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  test("is not taken off a calendar to which it never came, and says nothing to who left or was shut out", async () => {
    const convened = await aConvened(world);
    const { roundtableId, houses, seatId, partner } = convened;
    const [house, other] = houses;
    value(await withdrawSeat(world.db, { roundtableId, seatId, keys, by: house.officer, at: later(1) }));
    value(await nameOne(world, roundtableId, other.officer, other.analyst));
    const mails = await deliver(later(2));
    expect(await to(mails, house.analyst)).toEqual([]);
    expect(dated(await to(mails, other.analyst))).toHaveLength(1);

    await world.owner`update organisations set vetting = 'suspended' where id = ${other.organisation.id}`;
    value(
      await endMembership(world.db, { memberId: partner.legal.memberId, by: partner.legal, at: later(3) }),
    );
    value(await cancel(convened));
    const after = await deliver(later(121));
    for (const member of [house.analyst, other.analyst, partner.legal])
      expect(dated(await to(after, member))).toEqual([]);
  });

  test("comes with the reminders once more, and who wants it daily has it in a digest without a file", async () => {
    const convened = await aConvened(world, { times: { ...someTimes, date: "2026-12-10" } });
    const { analyst, officer } = convened.houses[0];
    await deliver();
    await world.owner`insert into notice_choices values (${convened.lead.chair.memberId}, 'confidential-date', 'daily', ${at})`;
    const near = new Date("2026-12-08T16:00:00Z");
    await remindOfRoundtables(world.db, { at: near });
    const mails = await deliver(near);
    expect(dated(await to(mails, analyst))).toHaveLength(1);
    expect((await to(mails, officer)).map(({ kind }) => kind)).toEqual(["confidential-news"]);
    expect(await to(mails, convened.lead.chair)).toEqual([]);
    const held = await world.owner`
      select kind from notices where member_id = ${convened.lead.chair.memberId} and state = 'held'`;
    expect(held).toEqual([{ kind: "confidential-date" }]);
  });

  test("is remembered to have come until the session is over, however long ago that was", async () => {
    const { roundtableId } = await aConvened(world);
    await deliver();
    const kindsAfter = async (days: number) => {
      await forgetNotices(world.db, { days: 90, at: new Date(at.getTime() + days * 86_400_000) });
      const rows = await world.owner<{ kind: string }[]>`
        select distinct kind from notices where about ->> 'roundtableId' = ${roundtableId}`;
      return rows.map(({ kind }) => kind);
    };
    // The session is sixty-one days away.
    expect(await kindsAfter(150)).toEqual(["confidential-date"]);
    expect(await kindsAfter(160)).toEqual([]);
  });
});
