import { beforeEach, describe, expect, test } from "vitest";
import { makeCommitment } from "~/domain/commitments/make-commitment.server";
import { remindOfCommitments } from "~/domain/commitments/remind-of-commitments.server";
import { settleCommitment } from "~/domain/commitments/settle-commitment.server";
import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import type { Mail, PostBatch } from "~/domain/digests/mail";
import type { Member } from "~/domain/members/viewer";
import type { NoticeChoice } from "~/domain/notices/notice";
import { changeRoles } from "~/domain/people/change-roles.server";
import { chooseNotices } from "~/domain/people/choose-notices.server";
import { withdrawRoundtableInvitation } from "~/domain/roundtables/withdraw-roundtable-invitation.server";
import { withdrawSeat } from "~/domain/roundtables/withdraw-seat.server";
import { i18nOf } from "~/i18n/i18n.server";
import { composeMail } from "../../../emails/compose-mail";
import { at, text, value } from "../../support/desk";
import { aBatchService, address, choices, turn } from "../../support/digests";
import { bothWays } from "../../support/outbox";
import { aMember } from "../../support/people";
import { keys } from "../../support/rounds";
import { anEntered, during } from "../../support/vaults";
import { aWorld } from "../../support/world";

const world = aWorld();
type Room = Awaited<ReturnType<typeof anEntered>> & { bank: string; officer: Member };
let room: Room;
beforeEach(async () => {
  await world.owner`truncate digests, digest_batches, digest_runs, notices, news, notice_choices, notice_scopes, digest_habits`;
  const entered = await anEntered(world);
  const [{ organisation, officer }] = entered.houses;
  room = { ...entered, bank: organisation.id, officer };
  await world.owner`update members set created_at = '2026-01-01', time_zone = 'UTC', language = 'es'`;
  await world.owner`update members set language = 'en' where id = ${room.one.memberId}`;
});

/** 8 February 2027 is a Monday; what is owed is due on Saturday the 20th. */
const morning = (day: number, hour = 7) => new Date(Date.UTC(2027, 1, day, hour));
const owe = async () =>
  value(
    await makeCommitment(world.db, {
      roundtableId: room.roundtableId,
      what: text("Compartir la tabla de patrones.", "To share the table of patterns."),
      organisationId: room.bank,
      due: "2027-02-20",
      keys,
      by: room.lead.chair,
      at: during,
    }),
  ).id;
const choose = async (by: Member, choice: NoticeChoice) =>
  value(
    await chooseNotices(world.db, {
      chosen: choices({ choices: [{ kind: "confidential-due", choice }] }),
      by,
      at,
    }),
  );
const letters: Mail[] = [];
/** The reminder of a week before, in the night before seven; what its readers want in a digest waits for it. */
async function remind() {
  letters.length = 0;
  await world.owner`delete from notices`;
  await remindOfCommitments(world.db, { at: morning(13, 1) });
  return deliverNotices(world.db, {
    compose: (notice) => composeMail(notice, address),
    ...bothWays(async (mail) => {
      letters.push(mail);
      return { ok: true };
    }),
    at: morning(13, 1),
    random: () => 0.5,
  });
}
const toOf = ({ memberId }: Member, mails: Mail[]) =>
  mails.filter(({ headers }) => headers?.["List-Unsubscribe"]?.includes(memberId));
async function mailsOf(when: Date) {
  const service = aBatchService();
  await turn(world.db, when, service.post);
  return service.mails();
}
/** The mail service takes nothing at seven, and everything an hour later. */
async function betweenAttempts(change: () => Promise<unknown>) {
  const busy: PostBatch = async () => ({ ok: false, again: "later", inDoubt: false, problem: "busy" });
  await turn(world.db, morning(13), busy);
  const waiting = await world.owner`
    select d.member_id as member from notices n join digests d on d.id = n.digest_id
    where n.kind = 'confidential-due' and n.state = 'held' and d.state = 'batched'`;
  expect(waiting.map(({ member }) => member).sort()).toEqual(
    [room.one.memberId, room.officer.memberId].sort(),
  );
  await change();
  const mails = await mailsOf(morning(13, 8));
  return { one: toOf(room.one, mails).length, officer: toOf(room.officer, mails).length };
}

const subject = (language: "es" | "en") => i18nOf(language).t("mail:confidential-due.subject");

describe("what an organisation owes a session", () => {
  test("is told in the next digest of who owes it, by day or by week as each chose, and of nobody else", async () => {
    await mailsOf(morning(8));
    await owe();
    await choose(room.one, "daily");
    await choose(room.officer, "weekly");
    expect(await remind()).toMatchObject({ held: 2, sent: 0 });
    const saturday = await mailsOf(morning(13));
    expect(saturday).toHaveLength(1);
    expect(toOf(room.one, saturday)[0]?.text).toContain(subject("en"));
    expect(await mailsOf(morning(14))).toEqual([]);
    const monday = await mailsOf(morning(15));
    expect(monday).toHaveLength(1);
    expect(toOf(room.officer, monday)[0]?.text).toContain(subject("es"));
    expect(await mailsOf(morning(16))).toEqual([]);
    expect(letters).toEqual([]);
  });

  test("is told there without a word of the session, of what is owed or of when, in either language", async () => {
    await owe();
    for (const by of [room.one, room.officer]) await choose(by, "daily");
    await remind();
    const mails = await mailsOf(morning(13));
    expect(mails).toHaveLength(2);
    const { lead, partner, roundtableId } = room;
    const secrets = [
      ...["concentradoras", "Funnel", "patrones", "patterns", "ventanilla", "Ocelote"],
      ...[roundtableId, lead.authority.shortName, partner.authority.shortName],
      ...["AMBER", "TLP:RED", "GREEN", "20 de febrero", "February 20", "2027-02-20", "20/02", "02/20"],
    ];
    for (const { subject, text, html, headers } of mails) {
      const all = [subject, text, html, JSON.stringify(headers)].join("\n");
      for (const one of secrets) expect(all).not.toContain(one);
      expect(all).not.toMatch(/roundtable|\bmesas?\b|sesi[óo]n|\bsession|compromiso|commitment/i);
    }
    // Nor is the subject another than that of any day.
    expect(mails.map((mail) => mail.subject).sort()).toEqual([
      "Su boletín de Ribera del sábado 13 de febrero de 2027",
      "Your Ribera digest for Saturday, February 13, 2027",
    ]);
  });
});

describe("at the moment of sending, a digest tells nothing of it any more", () => {
  let commitment: string;
  beforeEach(async () => {
    commitment = await owe();
    for (const by of [room.one, room.officer]) await choose(by, "daily");
    await remind();
  });

  test("to whoever lost their seat", async () => {
    const { roundtableId, seatId } = room;
    const withdrawal = { roundtableId, seatId, keys, by: room.officer, at: morning(13) };
    expect(await betweenAttempts(async () => value(await withdrawSeat(world.db, withdrawal)))).toEqual({
      one: 0,
      officer: 1,
    });
    expect(
      await world.owner`select state, problem from notices where kind = 'confidential-due' and member_id = ${room.one.memberId}`,
    ).toEqual([{ state: "dropped", problem: "no_longer_so" }]);
  });

  test("to whoever lost the role that let them know of it", async () => {
    const administrator = await aMember(world, {
      organisation: room.houses[0].organisation,
      roles: ["administrator"],
    });
    const { memberId } = room.officer;
    const change = { memberId, roles: ["analyst"], by: administrator, at: morning(13) };
    expect(await betweenAttempts(async () => value(await changeRoles(world.db, change)))).toEqual({
      one: 1,
      officer: 0,
    });
  });

  test("to anybody once it is met", async () => {
    const met = { id: commitment, state: "met" as const, note: "", keys, by: room.one, at: morning(13) };
    expect(await betweenAttempts(async () => value(await settleCommitment(world.db, met)))).toEqual({
      one: 0,
      officer: 0,
    });
  });

  test("to anybody of an organisation that is not of the session any more", async () => {
    const { roundtableId, bank, lead } = room;
    const withdrawal = { roundtableId, organisationId: bank, keys, by: lead.chair, at: morning(13) };
    expect(
      await betweenAttempts(async () => value(await withdrawRoundtableInvitation(world.db, withdrawal))),
    ).toEqual({ one: 0, officer: 0 });
  });
});
