import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { sayInRoom } from "~/domain/contributions/say-in-room.server";
import { SeatPace } from "~/domain/contributions/seat-pace";
import { translateContribution } from "~/domain/contributions/translate-contribution.server";
import { castBallot } from "~/domain/floor/cast-ballot.server";
import { openPoll } from "~/domain/floor/open-poll.server";
import { openRoom } from "~/domain/floor/open-room.server";
import { raiseHand } from "~/domain/floor/raise-hand.server";
import { voteForQuestion } from "~/domain/floor/vote-for-question.server";
import { acceptTerms } from "~/domain/roundtables/accept-terms.server";
import { answerSeat } from "~/domain/roundtables/answer-seat.server";
import { clearAgenda } from "~/domain/roundtables/clear-agenda.server";
import { conveneRoundtable } from "~/domain/roundtables/convene-roundtable.server";
import { givePart } from "~/domain/roundtables/give-part.server";
import { inviteToRoundtable } from "~/domain/roundtables/invite-to-roundtable.server";
import { nameAttendee } from "~/domain/roundtables/name-attendee.server";
import { proposeRoundtable } from "~/domain/roundtables/propose-roundtable.server";
import type { Times } from "~/domain/roundtables/roundtable.form";
import type { Db, Transaction } from "~db/client.server";
import { demoAgenda, demoPoll, demoSaid } from "~db/demo/roundtable";
import { accepted } from "./accepted";
import { persona } from "./persona";

const minute = 60_000;
const day = 24 * 60 * minute;
const houses = ["banco-del-bravo", "rio-grande-bank", "mesquite-credit-union"];
/** Who has entered; the rest of the table finds the terms before it. */
const entered = ["fincen-convener", "uif-convener", "banco-del-bravo-officer", "rio-grande-bank-officer"];

type Loading = { now: Date; keys: SecretKeys };

/** The demo's session, convened by two authorities and open as the demo is loaded, by the same acts as anyone's. */
export async function loadRoundtable(tx: Transaction, { now, keys }: Loading) {
  const who = (key: string) => persona(key, now);
  const before = (days: number) => new Date(now.getTime() - days * day);
  const room = { roundtableId: await prepareSession(tx, { now, keys, times: timesAround(now) }), keys };
  const chair = who("fincen-convener");
  accepted(await conveneRoundtable(tx, { ...room, revision: 1, by: chair, at: before(14) }), "convening");
  for (const house of houses) {
    const by = who(`${house}-officer`);
    for (const sent of [by, who(`${house}-analyst`)])
      accepted(await nameAttendee(tx, { ...room, memberId: sent.memberId, by, at: before(10) }), house);
    accepted(await answerSeat(tx, { ...room, answer: "coming", by, at: before(9) }), house);
  }
  for (const key of entered) {
    const by = who(key);
    accepted(
      await acceptTerms(tx, { ...room, version: 1, language: by.language, by, at: before(1) }),
      `terms for ${key}`,
    );
  }
  await talk(tx, room, now);
}

/** Its session as it can be convened: cleared by both authorities, with the institutions that will be told of it. */
async function prepareSession(db: Db, { now, keys, times }: Loading & { times: Times }) {
  const who = (key: string) => persona(key, now);
  const before = (days: number) => new Date(now.getTime() - days * day);
  const chair = who("fincen-convener");
  const { id: roundtableId } = accepted(
    await proposeRoundtable(db, {
      agenda: demoAgenda,
      place: { form: "video", where: "https://video.example/ribera" },
      times: times,
      chairs: [who("uif-convener").memberId],
      keys,
      by: chair,
      at: before(20),
    }),
    "session",
  );
  const room = { roundtableId, keys };
  for (const authority of ["fincen", "uif"]) {
    const by = who(`${authority}-convener`);
    for (const [role, part] of [
      ["legal", "clearer"],
      ["officer", "clearer"],
      ["rapporteur", "rapporteur"],
    ] as const) {
      const { memberId } = who(`${authority}-${role}`);
      accepted(await givePart(db, { ...room, memberId, part, by, at: before(19) }), role);
    }
    for (const [role, kind] of [
      ["legal", "legal"],
      ["officer", "competition"],
    ] as const)
      accepted(
        await clearAgenda(db, {
          ...room,
          kind,
          revision: 1,
          note: "",
          by: who(`${authority}-${role}`),
          at: before(16),
        }),
        kind,
      );
  }
  for (const house of houses) {
    const { organisationId } = who(`${house}-officer`);
    accepted(
      await inviteToRoundtable(db, { ...room, organisationId, seats: 2, by: chair, at: before(15) }),
      house,
    );
  }
  return roundtableId;
}

async function talk(tx: Transaction, room: { roundtableId: string; keys: SecretKeys }, now: Date) {
  const who = (key: string) => persona(key, now);
  const chair = who("fincen-convener");
  const at = new Date(now.getTime() - 2 * minute);
  accepted(await openRoom(tx, { ...room, by: chair, at }), "opening");
  const pace = new SeatPace();
  const ids = demoSaid.map(() => randomUUID());
  for (const [n, said] of demoSaid.entries()) {
    const {
      by,
      mode,
      language,
      text,
      kind = "words" as const,
      item = 0,
      answers,
      translated,
      votes = [],
    } = said;
    const id = ids[n] ?? "";
    const parentId = answers === undefined ? null : (ids[answers] ?? null);
    const words = { id, kind, item, parentId, mode, text, language, pace };
    accepted(await sayInRoom(tx, { ...room, ...words, by: who(by), at }), text);
    if (translated)
      accepted(
        await translateContribution(tx, {
          ...room,
          contributionId: id,
          text: translated.text,
          by: who(translated.by),
          at,
        }),
        text,
      );
    for (const key of votes)
      accepted(
        await voteForQuestion(tx, { ...room, contributionId: id, wanted: true, by: who(key), at }),
        `vote of ${key}`,
      );
  }
  const { question, options, votes } = demoPoll;
  const { id: pollId } = accepted(
    await openPoll(tx, { ...room, item: 0, kind: "single", words: { question, options }, by: chair, at }),
    "poll",
  );
  for (const [key, choice] of Object.entries(votes))
    accepted(
      await castBallot(tx, { ...room, pollId, choices: [choice], by: who(key), at }),
      `ballot of ${key}`,
    );
  accepted(await raiseHand(tx, { ...room, by: who("rio-grande-bank-officer"), at }), "hand");
}

const longestMinutes = 8 * 60;

/** Begun a quarter of an hour ago and going on for hours, on a clock whose day has those hours left. */
function timesAround(now: Date): Times {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  const minuteOf = (zone: string) => {
    const local = instant.toZonedDateTimeISO(zone);
    return local.hour * 60 + local.minute;
  };
  const zone = ["America/Mexico_City", "UTC"].find((one) => minuteOf(one) >= 15 && minuteOf(one) < 18 * 60);
  const timeZone = zone ?? "America/Mexico_City";
  const begins = Math.max(0, minuteOf(timeZone) - 15);
  const clock = (minutes: number) =>
    Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toString({
      smallestUnit: "minute",
    });
  return {
    date: instant.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    from: clock(begins),
    to: clock(Math.min(24 * 60 - 1, begins + longestMinutes)),
    zone: timeZone,
  };
}
