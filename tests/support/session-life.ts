import { randomUUID } from "node:crypto";
import type { Text } from "~/domain/advisories/advisory.form";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { makeCommitment } from "~/domain/commitments/make-commitment.server";
import { remindOfCommitments } from "~/domain/commitments/remind-of-commitments.server";
import { settleCommitment } from "~/domain/commitments/settle-commitment.server";
import { hideContribution } from "~/domain/contributions/hide-contribution.server";
import { sayInRoom } from "~/domain/contributions/say-in-room.server";
import { SeatPace } from "~/domain/contributions/seat-pace";
import { showInRoom } from "~/domain/contributions/show-in-room.server";
import { takeFile } from "~/domain/contributions/take-file.server";
import { translateContribution } from "~/domain/contributions/translate-contribution.server";
import { castBallot } from "~/domain/floor/cast-ballot.server";
import { closePoll } from "~/domain/floor/close-poll.server";
import { notePresence } from "~/domain/floor/note-presence.server";
import { openPoll } from "~/domain/floor/open-poll.server";
import { openRoom } from "~/domain/floor/open-room.server";
import { raiseHand } from "~/domain/floor/raise-hand.server";
import { stopTalk } from "~/domain/floor/stop-talk.server";
import { takeUpItem } from "~/domain/floor/take-up-item.server";
import { voteForQuestion } from "~/domain/floor/vote-for-question.server";
import { addMaterial } from "~/domain/materials/add-material.server";
import type { Member } from "~/domain/members/viewer";
import { approveMinutes } from "~/domain/minutes/approve-minutes.server";
import { commentOnMinutes } from "~/domain/minutes/comment-on-minutes.server";
import { submitMinutes } from "~/domain/minutes/submit-minutes.server";
import { writeMinutes } from "~/domain/minutes/write-minutes.server";
import { proposeFromRoom } from "~/domain/proposals/propose-from-room.server";
import { acceptTerms } from "~/domain/roundtables/accept-terms.server";
import { clearAgenda } from "~/domain/roundtables/clear-agenda.server";
import { conveneRoundtable } from "~/domain/roundtables/convene-roundtable.server";
import { givePart } from "~/domain/roundtables/give-part.server";
import { inviteToRoundtable } from "~/domain/roundtables/invite-to-roundtable.server";
import { nameAttendee } from "~/domain/roundtables/name-attendee.server";
import { remindOfRoundtables } from "~/domain/roundtables/remind-of-roundtables.server";
import { approveSummary } from "~/domain/summaries/approve-summary.server";
import { writeSummary } from "~/domain/summaries/write-summary.server";
import { closeRoundtable } from "~/domain/vaults/close-roundtable.server";
import { endRoundtable } from "~/domain/vaults/end-roundtable.server";
import { placeHold } from "~/domain/vaults/place-hold.server";
import { at, text, value } from "./desk";
import { aMember } from "./people";
import { anInstitution } from "./rounds";
import { aConvener, anAgenda, propose } from "./roundtables";
import { during, past } from "./vaults";
import type { World } from "./world";

type Given = {
  keys: SecretKeys;
  /** What is written of each thing, in every place where somebody writes. */
  word: string;
};

const twoDaysAhead = new Date("2027-01-18T16:30:00.000Z");

/** A session of one authority and one institution that leaves at least one row in every table that a session has, walked through act by act. */
export async function aSessionIn(world: World, { keys, word }: Given) {
  const { db } = world;
  const [lead, house] = [await aConvener(world), await anInstitution(world)];
  const { chair, legal, officer } = lead;
  const { analyst } = house;
  const said = (what: string): Text => text(`${what}: ${word}.`, `${what}: ${word}.`);
  const agenda = anAgenda({
    title: said("Título"),
    purpose: said("Propósito"),
    items: ["Punto", "Otro punto"].map((title) => ({ title: said(title), note: said("Nota") })),
    retentionDays: 30,
    chathamHouse: false,
  });
  const place = { form: "in-person" as const, where: `Sala ${word}` };
  const { id: roundtableId } = value(await propose(world, lead, { agenda, place, keys }));
  const by = (member: Member, when: Date) => ({ roundtableId, keys, by: member, at: when });
  const rapporteur = await aMember(world, { organisation: lead.authority, roles: ["rapporteur"] });
  for (const [{ memberId }, part] of [
    [legal, "clearer"],
    [officer, "clearer"],
    [rapporteur, "rapporteur"],
  ] as const)
    value(await givePart(db, { ...by(chair, at), memberId, part }));
  for (const [member, kind] of [
    [legal, "legal"],
    [officer, "competition"],
  ] as const)
    value(await clearAgenda(db, { ...by(member, at), kind, revision: 1, note: `Visto: ${word}.` }));
  const organisationId = house.organisation.id;
  value(await inviteToRoundtable(db, { ...by(chair, at), organisationId, seats: 6 }));
  value(await conveneRoundtable(db, { ...by(chair, at), revision: 1 }));
  value(await nameAttendee(db, { ...by(house.officer, at), memberId: analyst.memberId }));
  for (const member of [chair, rapporteur, analyst])
    value(await acceptTerms(db, { ...by(member, at), version: 1, language: "es" }));
  await remindOfRoundtables(db, { at: twoDaysAhead });
  const aFile = () => ({ id: randomUUID(), title: "", name: "a.txt", bytes: Buffer.from(`Se ve: ${word}.`) });
  const material = aFile();
  value(await addMaterial(db, { ...by(chair, at), ...material }));

  const pace = new SeatPace();
  const say = async (kind: "words" | "question", mode: "named" | "unattributed", when: Date) => {
    const what = { id: randomUUID(), kind, item: 0, parentId: null, mode, pace, language: "es" } as const;
    return value(await sayInRoom(db, { ...by(analyst, when), ...what, text: `Se dijo: ${word}.` })).id;
  };
  const asked = await say("question", "unattributed", twoDaysAhead);
  value(await voteForQuestion(db, { ...by(chair, twoDaysAhead), contributionId: asked, wanted: true }));
  value(await openRoom(db, by(chair, during)));
  value(await takeUpItem(db, { ...by(chair, during), item: 1 }));
  for (const mode of ["named", "unattributed"] as const) {
    const contributionId = await say("words", mode, during);
    const translation = { contributionId, text: `It was said: ${word}.` };
    value(await translateContribution(db, { ...by(chair, during), ...translation }));
  }
  const hidden = { contributionId: await say("words", "named", during), reason: "off-agenda" } as const;
  value(await hideContribution(db, { ...by(chair, during), ...hidden, note: `Sobra ${word}.` }));
  const shown = aFile();
  value(await showInRoom(db, { ...by(analyst, during), ...shown, item: 0, mode: "unattributed", pace }));
  value(await takeFile(db, { ...by(chair, during), contributionId: shown.id }));
  const words = { question: said("Pregunta"), options: [said("Opción"), said("Otra")] };
  const { id: pollId } = value(await openPoll(db, { ...by(chair, during), item: 0, kind: "single", words }));
  for (const member of [chair, analyst])
    value(await castBallot(db, { ...by(member, during), pollId, choices: [0] }));
  value(await raiseHand(db, by(analyst, during)));
  value(await notePresence(db, by(analyst, during)));
  const stop = { item: 1, reason: "prices", note: `Alto: ${word}.` } as const;
  value(await stopTalk(db, { ...by(chair, during), ...stop }));

  /** Until all that is left is to seal it. */
  const goOn = async () => {
    value(await closePoll(db, { ...by(chair, during), pollId }));
    value(await endRoundtable(db, by(chair, during)));
    const notes = { summary: said("Minuta"), items: [said("Sobre el punto"), said("Y el otro")] };
    value(await writeMinutes(db, { ...by(rapporteur, past(0)), notes, revision: 0 }));
    value(await submitMinutes(db, { ...by(rapporteur, past(0)), revision: 1, days: 2 }));
    value(await commentOnMinutes(db, { ...by(analyst, past(1)), item: 0, words: `Falta ${word}.` }));
    value(await approveMinutes(db, { ...by(chair, past(3)), revision: 1 }));
    const owed = { what: said("Se compromete"), organisationId, due: "2027-01-25" };
    const { id } = value(await makeCommitment(db, { ...by(chair, past(1)), ...owed }));
    await remindOfCommitments(db, { at: past(1, 1) });
    value(await settleCommitment(db, { ...by(chair, past(2)), id, state: "met", note: `Hecho ${word}.` }));
    const readers = { jurisdictions: ["MX"], sectors: [], organisations: [] };
    const summary = {
      ...{ title: said("Resumen"), body: said("Se comparó"), tlp: "AMBER" as const, audience: readers },
      ...{ period: "month" as const, issuers: [lead.authority.id] },
    };
    value(await writeSummary(db, { ...by(rapporteur, past(3)), summary, revision: 0 }));
    value(await approveSummary(db, { ...by(chair, past(3)), revision: 1 }));
    // What goes to the desk is meant to stay: it says nothing of the session.
    const proposal = {
      ...{ kind: "red-flag" as const, name: text("", ""), reason: text("", ""), concerns: "" },
      words: text("Depósitos en varias plazas el mismo día.", "Deposits in several cities on the same day."),
    };
    value(await proposeFromRoom(db, { ...by(rapporteur, past(3)), proposal }));
    value(await placeHold(db, { ...by(officer, past(2)), reason: `Requerimiento ${word}.` }));
  };
  const close = async () => {
    value(await closeRoundtable(db, by(chair, past(4))));
  };
  return { roundtableId, lead, house, rapporteur, by, goOn, close };
}
export type SessionLife = Awaited<ReturnType<typeof aSessionIn>>;
