import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acknowledgeAdvisory } from "~/domain/adoption/acknowledge-advisory.server";
import { mayWorkOnBoards } from "~/domain/adoption/adoption.policy";
import { changeItem } from "~/domain/adoption/change-item.server";
import { changeItems } from "~/domain/adoption/change-items.server";
import { undoChange } from "~/domain/adoption/undo-change.server";
import {
  mayAmend,
  mayComment,
  mayDraft,
  mayEditDraft,
  mayImport,
  mayKeepTypologies,
  mayPublish,
  mayReadDraft,
  maySetNumberSeries,
  mayWithdraw,
} from "~/domain/advisories/advisory.policy";
import { setNumberSeries } from "~/domain/advisories/set-number-series.server";
import { supersedeAdvisory } from "~/domain/advisories/supersede-advisory.server";
import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import { fillSheet } from "~/domain/answers/fill-sheet.server";
import { noteAtSheet } from "~/domain/answers/note-at-sheet.server";
import { mayFillSheet, maySignAnswers } from "~/domain/answers/sheet.policy";
import { signAnswers } from "~/domain/answers/sign-answers.server";
import { endOtherSessions } from "~/domain/auth/end-other-sessions.server";
import { endOwnSession } from "~/domain/auth/end-own-session.server";
import { makeCalendarAddress } from "~/domain/auth/make-calendar-address.server";
import { makeFeedAddress } from "~/domain/auth/make-feed-address.server";
import { makeToken } from "~/domain/auth/make-token.server";
import {
  listCalendarAddresses,
  listFeedAddresses,
  listSessions,
  listTokens,
} from "~/domain/auth/own-sign-in.server";
import { renewRecoveryCodes } from "~/domain/auth/renew-recovery-codes.server";
import { revokeCalendarAddress } from "~/domain/auth/revoke-calendar-address.server";
import { revokeEveryToken } from "~/domain/auth/revoke-every-token.server";
import { revokeFeedAddress } from "~/domain/auth/revoke-feed-address.server";
import { revokeToken } from "~/domain/auth/revoke-token.server";
import { startSession } from "~/domain/auth/start-session.server";
import { maySettleCommitment } from "~/domain/commitments/commitment.policy";
import { makeCommitment } from "~/domain/commitments/make-commitment.server";
import { settleCommitment } from "~/domain/commitments/settle-commitment.server";
import { hideContribution } from "~/domain/contributions/hide-contribution.server";
import { sayInRoom } from "~/domain/contributions/say-in-room.server";
import { SeatPace } from "~/domain/contributions/seat-pace";
import { showInRoom } from "~/domain/contributions/show-in-room.server";
import { takeFile } from "~/domain/contributions/take-file.server";
import { translateByMachine } from "~/domain/contributions/translate-by-machine.server";
import { translateContribution } from "~/domain/contributions/translate-contribution.server";
import { cancelDigestRun } from "~/domain/digests/cancel-digest-run.server";
import { pauseDigestRun } from "~/domain/digests/pause-digest-run.server";
import { resumeDigestRun } from "~/domain/digests/resume-digest-run.server";
import { retryDeadLetter } from "~/domain/digests/retry-dead-letter.server";
import { setDeadLetterAside } from "~/domain/digests/set-dead-letter-aside.server";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import { attachFile } from "~/domain/drafts/attach-file.server";
import { cancelPublication } from "~/domain/drafts/cancel-publication.server";
import { clearDraft } from "~/domain/drafts/clear-draft.server";
import { commentOnDraft } from "~/domain/drafts/comment-on-draft.server";
import { discardDraft } from "~/domain/drafts/discard-draft.server";
import { mayClear, mayDiscardDraft, mayTakeBack } from "~/domain/drafts/draft.policy";
import { notePresence } from "~/domain/drafts/note-presence.server";
import { openDraft } from "~/domain/drafts/open-draft.server";
import { publishAdvisory } from "~/domain/drafts/publish-advisory.server";
import { renumberDraft } from "~/domain/drafts/renumber-draft.server";
import { resolveComment } from "~/domain/drafts/resolve-comment.server";
import { reuseRedFlag } from "~/domain/drafts/reuse-red-flag.server";
import { saveDraft } from "~/domain/drafts/save-draft.server";
import { saveDraftAsOf } from "~/domain/drafts/save-draft-as-of.server";
import { schedulePublication } from "~/domain/drafts/schedule-publication.server";
import { takeBackClearance } from "~/domain/drafts/take-back-clearance.server";
import { castBallot } from "~/domain/floor/cast-ballot.server";
import { closeItem } from "~/domain/floor/close-item.server";
import { closePoll } from "~/domain/floor/close-poll.server";
import { giveFloor } from "~/domain/floor/give-floor.server";
import { lowerHand } from "~/domain/floor/lower-hand.server";
import { notePresence as notePresenceInRoom } from "~/domain/floor/note-presence.server";
import { openPoll } from "~/domain/floor/open-poll.server";
import { openRoom } from "~/domain/floor/open-room.server";
import { raiseHand } from "~/domain/floor/raise-hand.server";
import { resumeTalk } from "~/domain/floor/resume-talk.server";
import { settleQuestion } from "~/domain/floor/settle-question.server";
import { stopTalk } from "~/domain/floor/stop-talk.server";
import { takeUpItem } from "~/domain/floor/take-up-item.server";
import { voteForQuestion } from "~/domain/floor/vote-for-question.server";
import { attachTranslation } from "~/domain/imports/attach-translation.server";
import { importDocument } from "~/domain/imports/import-document.server";
import { mayInviteMembers, mayRunInvitation } from "~/domain/invitations/invitation.policy";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import { resendInvitation } from "~/domain/invitations/resend-invitation.server";
import { withdrawInvitation } from "~/domain/invitations/withdraw-invitation.server";
import { mayLookAfterMachine } from "~/domain/machine/machine.policy";
import { addMaterial } from "~/domain/materials/add-material.server";
import { takeMaterial } from "~/domain/materials/take-material.server";
import { withdrawMaterial } from "~/domain/materials/withdraw-material.server";
import { anonymous, hasRole, type Member } from "~/domain/members/viewer";
import { approveMinutes } from "~/domain/minutes/approve-minutes.server";
import { mayWriteMinutes } from "~/domain/minutes/minutes.policy";
import { submitMinutes } from "~/domain/minutes/submit-minutes.server";
import { writeMinutes } from "~/domain/minutes/write-minutes.server";
import { makeClearanceException } from "~/domain/organisations/make-clearance-exception.server";
import { mayMakeException } from "~/domain/organisations/organisation.policy";
import { type Outcome, refused } from "~/domain/outcome";
import { changeProfile } from "~/domain/people/change-profile.server";
import { changeRoles } from "~/domain/people/change-roles.server";
import { chooseNotices } from "~/domain/people/choose-notices.server";
import { endMembership } from "~/domain/people/end-membership.server";
import { mayEndMembership, mayKeepOwnPage, mayManagePeople } from "~/domain/people/people.policy";
import { declineProposal } from "~/domain/proposals/decline-proposal.server";
import { mayPropose, maySettleProposal } from "~/domain/proposals/proposal.policy";
import { proposeFromRoom } from "~/domain/proposals/propose-from-room.server";
import { proposeToDesk } from "~/domain/proposals/propose-to-desk.server";
import { takeUpProposal } from "~/domain/proposals/take-up-proposal.server";
import { askQuestion } from "~/domain/questions/ask-question.server";
import { assignQuestion } from "~/domain/questions/assign-question.server";
import { editAnswer } from "~/domain/questions/edit-answer.server";
import { mayAsk, mayDraftAnswer, maySpeak } from "~/domain/questions/question.policy";
import { releaseAnswer } from "~/domain/questions/release-answer.server";
import { saveAnswer } from "~/domain/questions/save-answer.server";
import { withdrawAnswer } from "~/domain/questions/withdraw-answer.server";
import { withdrawQuestion } from "~/domain/questions/withdraw-question.server";
import { citeReplies } from "~/domain/replies/cite-replies.server";
import { editReply } from "~/domain/replies/edit-reply.server";
import { makeTheme } from "~/domain/replies/make-theme.server";
import { placePoints } from "~/domain/replies/place-points.server";
import { releaseReply } from "~/domain/replies/release-reply.server";
import { renameTheme } from "~/domain/replies/rename-theme.server";
import { mayReleaseReply, mayWriteReplies } from "~/domain/replies/reply.policy";
import { writeReply } from "~/domain/replies/write-reply.server";
import { callOffRound } from "~/domain/rounds/call-off-round.server";
import { changeRound } from "~/domain/rounds/change-round.server";
import { extendRound } from "~/domain/rounds/extend-round.server";
import { openRound } from "~/domain/rounds/open-round.server";
import { planRound } from "~/domain/rounds/plan-round.server";
import { mayChangeRound, mayOpenRound, mayPlanRounds } from "~/domain/rounds/round.policy";
import { acceptTerms } from "~/domain/roundtables/accept-terms.server";
import { answerSeat } from "~/domain/roundtables/answer-seat.server";
import { cancelRoundtable } from "~/domain/roundtables/cancel-roundtable.server";
import { changeAgenda } from "~/domain/roundtables/change-agenda.server";
import { changeTerms } from "~/domain/roundtables/change-terms.server";
import { clearAgenda } from "~/domain/roundtables/clear-agenda.server";
import { conveneRoundtable } from "~/domain/roundtables/convene-roundtable.server";
import { endPart } from "~/domain/roundtables/end-part.server";
import { givePart } from "~/domain/roundtables/give-part.server";
import { inviteToRoundtable } from "~/domain/roundtables/invite-to-roundtable.server";
import { moveRoundtable } from "~/domain/roundtables/move-roundtable.server";
import { nameAttendee } from "~/domain/roundtables/name-attendee.server";
import { proposeRoundtable } from "~/domain/roundtables/propose-roundtable.server";
import {
  mayAnswerSeat,
  mayChair,
  mayClearAgenda,
  mayNameAttendees,
  mayProposeRoundtable,
  mayTakePart,
} from "~/domain/roundtables/roundtable.policy";
import { withdrawRoundtableInvitation } from "~/domain/roundtables/withdraw-roundtable-invitation.server";
import { withdrawSeat } from "~/domain/roundtables/withdraw-seat.server";
import { approveSummary } from "~/domain/summaries/approve-summary.server";
import { publishSummary } from "~/domain/summaries/publish-summary.server";
import { mayWithdrawSummary } from "~/domain/summaries/summary.policy";
import { withdrawOwnSummary } from "~/domain/summaries/withdraw-own-summary.server";
import { withdrawSummary } from "~/domain/summaries/withdraw-summary.server";
import { writeSummary } from "~/domain/summaries/write-summary.server";
import { keepTypology } from "~/domain/typologies/keep-typology.server";
import { closeRoundtable } from "~/domain/vaults/close-roundtable.server";
import { endRoundtable } from "~/domain/vaults/end-roundtable.server";
import { liftHold } from "~/domain/vaults/lift-hold.server";
import { placeHold } from "~/domain/vaults/place-hold.server";
import { mayHoldRecord } from "~/domain/vaults/vault.policy";
import { confirmMeasure } from "~/domain/vetting/confirm-measure.server";
import { decideOnApplication } from "~/domain/vetting/decide-on-application.server";
import { inviteContact } from "~/domain/vetting/invite-contact.server";
import { inviteOrganisation } from "~/domain/vetting/invite-organisation.server";
import { proposeMeasure } from "~/domain/vetting/propose-measure.server";
import { setVettingPeriod } from "~/domain/vetting/set-vetting-period.server";
import { submitApplication } from "~/domain/vetting/submit-application.server";
import {
  mayApply,
  mayInviteOrganisation,
  maySetVettingPeriod,
  mayTakeMeasures,
  mayVet,
} from "~/domain/vetting/vetting.policy";
import { withdrawMeasure } from "~/domain/vetting/withdraw-measure.server";
import type { Db } from "~db/client.server";
import { useFiles } from "~db/files.server";
import { actsIn, actsOfNoRole, actsWrittenIn, sentenceOfAct } from "./support/acts";
import {
  aDraft,
  aFlag,
  anIssued,
  aStaff,
  at,
  clear,
  hashOf,
  later,
  type Staff,
  set,
  text,
  value,
} from "./support/desk";
import { choices } from "./support/digests";
import { aMember, anOrganisation } from "./support/people";
import { anAnswer, asking } from "./support/questions";
import { aClosedRound, type ClosedRound, pointsOf, replyTexts, write } from "./support/replies";
import {
  askedOfApplicants,
  columns,
  nameOf,
  roleTable,
  satisfiedByNobody,
  sentences,
} from "./support/role-table";
import { accept } from "./support/rooms";
import { aConvening, anOpenRound, aPlan, type Convening, day, keys, plan } from "./support/rounds";
import { anAgenda, aPlace, aRoomFor, type RoomFor, someTimes } from "./support/roundtables";
import { during } from "./support/vaults";
import { aBank, apply, type Bank, reason, someFacts } from "./support/vetting";
import { freshDatabase, type World } from "./support/world";

const root = join(import.meta.dirname, "..");
const modules = import.meta.glob<Record<string, unknown>>("../app/domain/**/*.policy.ts", { eager: true });
const roomOf = (path: string) => path.match(/domain\/([^/]+)/)?.[1];

test("every sentence of the house is in the table", () => {
  const written = Object.entries(modules).flatMap(([path, module]) =>
    Object.keys(module)
      .filter((name) => name.startsWith("may"))
      .map((name) => `${roomOf(path)}: ${name}`),
  );
  const told = Object.entries(sentences).flatMap(([room, all]) =>
    Object.keys(all).map((name) => `${room}: ${name.split(" ")[0]}`),
  );
  expect([...new Set(told)].sort()).toEqual(written.sort());
});

test("every act of the house is in the table, with its sentence or with the reason why it asks for no role", () => {
  const told = [...Object.keys(sentenceOfAct), ...Object.keys(actsOfNoRole)].map(
    (name) => name.split(" ")[0],
  );
  expect([...new Set(told)].sort()).toEqual([...new Set(actsWrittenIn(root))].sort());
  const known = Object.entries(sentences).flatMap(([room, all]) =>
    Object.keys(all).map((name) => `${room}: ${name}`),
  );
  expect(Object.values(sentenceOfAct).filter((name) => !known.includes(name))).toEqual([]);
});

test("an act is known by what it takes, however it is written", () => {
  const planted = `export async function purgeRoom(db: Db, { by }: X) {}
    export const sealRoom = (db: Db) => {};
    export const listRooms = (db: Db) => [];
    export const part = (tx: Transaction) => {};
    function inside(db: Db) {}`;
  expect(actsIn("rooms", planted)).toEqual(["rooms/purgeRoom", "rooms/sealRoom"]);
});

test("docs/roles.md is what the sentences say", () => {
  const file = join(root, "docs/roles.md");
  if (process.env.UPDATE_ROLES === "1") writeFileSync(file, roleTable());
  expect(readFileSync(file, "utf8")).toBe(roleTable());
});

test("no sentence is satisfied by nobody", () => {
  expect(satisfiedByNobody()).toEqual([]);
});

/** Signed in as a member, as an applicant, or not at all, by the rules of the house. */
type Standing = "member" | "applicant" | "nobody" | "shut out";
type Person = { name: string; who: Member; standing: Standing };

let world: World;
let lead: Staff;
let bank: Bank;
let draftId: string;
let commentId: string;
let clearanceId: string;
let number: string;
let replacement: string;
let flagged: string;
let contentHash: string;
let applicationId: string;
let measured: Bank;
let measureId: string;
let ofPerson: string;
let ofOrganisation: string;
let invitedId: string;
let questionId: string;
let answeredId: string;
let convening: Convening;
let planned: string;
let opened: string;
let closed: ClosedRound;
let themeId: string;
let replyId: string;
let pointId: string;
const commitmentId = crypto.randomUUID();
const [summaryId, proposalId] = [crypto.randomUUID(), crypto.randomUUID()];
let room: RoomFor;
let entered: RoomFor;
let deadLetterId: string;
let everyone: Person[];
/** Somebody else of the same house, by its id. */
const colleagues = new Map<string, string>();

const key = new Uint8Array(32);
const wanted = {
  kind: "institution",
  nameEs: "Nueva",
  nameEn: "New",
  contact: "Ana",
  language: "es",
} as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ribera-roles-"));
  await useFiles(folder);
  world = await freshDatabase();
  lead = await aStaff(world);
  ({ id: draftId } = await aDraft(world, lead));
  contentHash = await hashOf(world, draftId);
  const { db } = world;
  commentId = value(
    await commentOnDraft(db, { draftId, path: "title", body: "¿Y esto?", by: lead.analyst, at }),
  ).id;
  clearanceId = value(await clear(world, lead.legal, draftId, "legal")).id;
  ({ number } = await anIssued(world, lead));
  ({ number: replacement } = await anIssued(world, lead));
  ({ number: flagged } = await anIssued(world, lead, { redFlags: [aFlag(1)] }));
  bank = await aBank(world);
  applicationId = await apply(world, bank);
  measured = await aBank(world, "vetted", "2027-06-30");
  const officer = await aMember(world, { organisation: lead.authority, roles: ["officer"] });
  measureId = value(
    await proposeMeasure(db, {
      organisationId: measured.id,
      kind: "suspension",
      emergency: false,
      reason,
      by: officer,
      at,
    }),
  ).id;
  ofPerson = value(
    await inviteMember(db, {
      email: "persona@aut.example",
      name: null,
      language: "es",
      roles: ["analyst"],
      by: lead.administrator,
      at,
      key,
    }),
  ).id;
  const invited = value(
    await inviteOrganisation(db, {
      ...wanted,
      shortName: "Otra",
      email: "o@o.example",
      by: officer,
      at,
      key,
    }),
  );
  invitedId = invited.id;
  ofOrganisation = invited.invitationId;
  everyone = [];
  const houses = new Map<string, Awaited<ReturnType<typeof anOrganisation>>>();
  const houseOf = async (kind: Member["organisationKind"]) => {
    const house =
      kind === "authority" ? lead.authority : (houses.get(kind) ?? (await anOrganisation(world, { kind })));
    if (!houses.has(kind)) {
      houses.set(kind, house);
      colleagues.set(house.id, (await aMember(world, { organisation: house, roles: [] })).memberId);
    }
    return house;
  };
  const enter = async (name: string, standing: Standing, given: Parameters<typeof aMember>[1]) =>
    everyone.push({ name, standing, who: await aMember(world, given) });
  for (const column of columns) {
    const { kind, role, language } = column;
    await enter(`${kind} ${nameOf(column)}`, "member", {
      organisation: await houseOf(kind),
      roles: [language === "" ? role : { role, language }],
    });
  }
  const all = ["analyst", "legal", "approver", "publisher", "officer", "administrator"] as const;
  for (const jurisdiction of ["MX", "US"]) {
    const organisation = await anOrganisation(world, { jurisdiction });
    colleagues.set(organisation.id, (await aMember(world, { organisation, roles: [] })).memberId);
    await enter(`another authority, ${jurisdiction}, in every role`, "member", {
      organisation,
      roles: [...all],
    });
  }
  for (const vetting of ["invited", "applied", "expired", "suspended", "revoked"]) {
    const standing = vetting === "suspended" || vetting === "revoked" ? "shut out" : "applicant";
    const house = await anOrganisation(world, { kind: "institution", vetting });
    await enter(`administrator of a bank that is ${vetting}`, standing, {
      organisation: house,
      roles: ["administrator", "compliance-officer"],
    });
    await enter(`officer of an authority that is ${vetting}`, standing, {
      organisation: await anOrganisation(world, { vetting }),
      roles: [...all],
    });
  }
  everyone.push({ name: "whoever gave the clearance", standing: "member", who: lead.legal });
  const asked = houses.get("institution");
  if (!asked) throw new Error("there is no institution to ask");
  const asker = await aMember(world, { organisation: asked, roles: ["compliance-officer"] });
  const askedOf = async (words: string) => {
    const asked = await askQuestion(db, {
      asking: asking({ number: flagged }, { text: words }),
      by: asker,
      at,
    });
    const { id } = value(asked);
    value(await saveAnswer(db, { questionId: id, written: anAnswer(), revision: 0, by: lead.analyst, at }));
    return id;
  };
  questionId = await askedOf("¿Una?");
  answeredId = await askedOf("¿Otra?");
  value(await releaseAnswer(db, { questionId: answeredId, revision: 1, by: officer, at }));
  convening = { ...(await aConvening(world, { institutions: 0 })), houses: [] };
  // A round of the very authority whose people try, and the institution whose people answer.
  convening.convener = await aMember(world, { organisation: lead.authority, roles: ["convener"] });
  const askedAlone = { jurisdictions: [], sectors: [], organisations: [asked.id] };
  planned = await plan(world, convening, { invited: askedAlone });
  closed = await aClosedRound(
    world,
    {},
    { ...(await aConvening(world)), staff: lead, convener: convening.convener },
  );
  const name = text("Un tema", "A theme");
  themeId = value(await makeTheme(db, { roundId: closed.roundId, name, by: closed.officer, at })).id;
  ({ replyId } = value(await write(world, closed)));
  pointId = (await pointsOf(world, closed)).points[0]?.id ?? "";
  opened = await anOpenRound(world, convening, { invited: askedAlone });
  const personNamed = (wanted: string) => {
    const found = everyone.find(({ name }) => name === wanted);
    if (!found) throw new Error(`there is no ${wanted}`);
    return found.who;
  };
  // In rooms of the very people who try: one still proposed, one cleared, one convened.
  const table: Parameters<typeof aRoomFor>[1] = {
    chair: personNamed("authority convener"),
    clearers: [personNamed("authority legal"), personNamed("authority officer")],
    house: {
      organisation: asked,
      officer: personNamed("institution compliance-officer"),
      analyst: personNamed("institution analyst"),
    },
    authority: lead.authority,
  };
  room = await aRoomFor(world, table);
  entered = await aRoomFor(world, table);
  for (const one of [table.chair, table.house.analyst]) value(await accept(world, entered.convened, one));
  await world.owner`insert into roundtable_commitments (id, roundtable_id, organisation_id, words, due, made_by, made_at, state)
    values (${commitmentId}, ${entered.convened}, ${asked.id}, ${Buffer.from("sealed")}, '2027-06-01', ${table.chair.memberId}, ${at}, 'open')`;
  const { json } = world.owner;
  const both = json(text("Sí.", "Yes."));
  const nobody = json({ jurisdictions: [], sectors: [], organisations: [], members: [] });
  await world.owner`insert into summaries (id, title, body, issuers, tlp, audience, authorities, period, shows_from, shown_on, secret_hash)
    values (${summaryId}, ${both}, ${both}, ${[lead.authority.id]}, 'CLEAR', ${nobody}, '{}', '2026', '2027-01-01', '2027-01-01', '')`;
  await world.owner`insert into proposals (id, authority_id, kind, name, words, reason, concerns, arrives_on, arrived_on, secret_hash)
    values (${proposalId}, ${lead.authority.id}, 'red-flag', ${both}, ${both}, ${both}, '', '2026-01-05', '2026-01-05', '')`;
  await world.owner`insert into digest_runs (local_date, begun_at, paused_at) values ('2026-11-20', ${at}, null), ('2026-11-19', ${at}, ${at})`;
  const [dead] = await world.owner<{ id: string }[]>`
    insert into notices (kind, member_id, about, queued_at, next_attempt_at, state)
    values ('device-seen', ${lead.analyst.memberId}, '{}', ${at}, ${at}, 'failed') returning id`;
  deadLetterId = dead?.id ?? "";
  // Acts that ask for a person are never called by nobody: their doors send a stranger away.
  everyone.push({ name: "nobody", standing: "nobody", who: anonymous as unknown as Member });
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

type Act = (db: Db, by: Member) => Promise<Outcome<unknown>>;
type Try = { act: string; sentence: unknown; may: (by: Member) => boolean; run: Act };

/** An act with the very sentence of the policies that it goes by, asked about what the act is tried on. */
const aTry = <Asked extends unknown[]>(
  act: keyof typeof sentenceOfAct,
  sentence: (viewer: Member, ...asked: Asked) => boolean,
  asked: (by: Member) => [...Asked],
  run: Act,
): Try => ({ act, sentence, may: (by) => sentence(by, ...asked(by)), run });

const led = () => ({ leadOrganisationId: lead.authority.id, authorities: [lead.authority.id] });
const run = (): [{ authorityId: string }] => [{ authorityId: lead.authority.id }];
const chaired = (): [{ parts: RoomFor["parts"] }] => [{ parts: room.parts }];
const inRoom = (by: Member) => ({ roundtableId: room.convened, keys, by, at });
const aFile = () => ({ id: randomUUID(), title: "", name: "a.txt", bytes: Buffer.from("Hola.") });
const owing = (): [Parameters<typeof maySettleCommitment>[1]] => [
  { organisationId: entered.house.organisation.id, parts: entered.parts },
];
const seated = ({ memberId }: Member): [{ seated: boolean }] => [
  {
    seated: room.house.analyst.memberId === memberId || room.parts.some((one) => one.memberId === memberId),
  },
];
const invitedHouse = (): [{ invited: string[] }] => [{ invited: [room.house.organisation.id] }];
const ofCountry = (id: string) => ({ id, jurisdiction: "MX", lone: false });
const aProposed = {
  kind: "red-flag" as const,
  name: text("", ""),
  words: text("Sí.", "Yes."),
  reason: text("", ""),
  concerns: "",
};
const aTold = (): Parameters<typeof writeSummary>[1]["summary"] => ({
  title: text("Sí.", "Yes."),
  body: text("Sí.", "Yes."),
  tlp: "AMBER",
  period: "month",
  issuers: [lead.authority.id],
  audience: { jurisdictions: [], sectors: [], organisations: [] },
});
const noNotes = { summary: text("Sí.", "Yes."), items: [] };
const none = (): [] => [];
const issued = (): [ReturnType<typeof led>] => [led()];
const invitationOf =
  (kind: "member" | "organisation") =>
  (): [{ kind: typeof kind; organisationId: string; jurisdiction: string }] => [
    { kind, organisationId: kind === "member" ? lead.authority.id : "", jurisdiction: "MX" },
  ];
const colleagueOf = (by: Member) => colleagues.get(by.organisationId) ?? lead.analyst.memberId;
const typology = {
  code: "nueva",
  name: text("a", "b"),
  description: text("a", "b"),
  printed: [],
  amltrix: [],
};
const document = {
  title: "Un título",
  language: "es",
  regulator: "Supervisor",
  redFlags: [{ n: 1, text: "Una señal cualquiera." }],
};
const translation = { language: "en", translationStatus: "certified", title: "Another title" };
const file = { name: "anexo.txt", bytes: new TextEncoder().encode("Un anexo."), tlp: "CLEAR" } as const;
const changes = [set("summary/es", "x", "y")];

const tuned = { state: "tuned" as const };

const tries: Try[] = [
  aTry("questions/askQuestion", mayAsk, none, (db, by) =>
    askQuestion(db, { asking: asking({ number: flagged }, { text: "¿Y esto?" }), by, at }),
  ),
  aTry("questions/withdrawQuestion", mayAsk, none, (db, by) => withdrawQuestion(db, { questionId, by, at })),
  aTry("questions/assignQuestion", mayDraftAnswer, issued, (db, by) =>
    assignQuestion(db, { questionId, to: lead.analyst.memberId, by, at }),
  ),
  aTry("questions/saveAnswer", mayDraftAnswer, issued, (db, by) =>
    saveAnswer(db, { questionId, written: anAnswer({ answer: text("No.", "No.") }), revision: 1, by, at }),
  ),
  aTry("questions/editAnswer", mayDraftAnswer, issued, (db, by) =>
    editAnswer(db, { questionId, changes: [{ kind: "set", path: "answerEs", was: "", now: "Sí." }], by, at }),
  ),
  aTry("questions/releaseAnswer", maySpeak, issued, (db, by) =>
    releaseAnswer(db, { questionId, revision: 1, by, at }),
  ),
  aTry("questions/withdrawAnswer", maySpeak, issued, (db, by) =>
    withdrawAnswer(db, { questionId: answeredId, reason: text("Un error.", "A mistake."), by, at }),
  ),
  aTry("adoption/acknowledgeAdvisory", mayWorkOnBoards, none, (db, by) =>
    acknowledgeAdvisory(db, { number: flagged, by, at }),
  ),
  aTry("adoption/changeItem", mayWorkOnBoards, none, async (db, by) => {
    await acknowledgeAdvisory(db, { number: flagged, by, at });
    const publicId = `${flagged}#RF-01`;
    return changeItem(db, { number: flagged, publicId, revision: 0, given: tuned, by, at });
  }),
  aTry("adoption/changeItems", mayWorkOnBoards, none, async (db, by) => {
    await acknowledgeAdvisory(db, { number: flagged, by, at });
    return changeItems(db, { number: flagged, publicIds: [`${flagged}#RF-01`], given: tuned, by, at });
  }),
  aTry("adoption/undoChange", mayWorkOnBoards, none, async (db, by) => {
    await acknowledgeAdvisory(db, { number: flagged, by, at });
    const publicIds = [`${flagged}#RF-01`];
    const made = await changeItems(db, { number: flagged, publicIds, given: tuned, by, at });
    const batchId = made.ok ? made.value.batchId : crypto.randomUUID();
    return undoChange(db, { number: flagged, batchId, by, at });
  }),
  aTry("drafts/openDraft", mayDraft, none, (db, by) => openDraft(db, { type: "advisory", by, at })),
  aTry("drafts/saveDraft", mayEditDraft, issued, (db, by) => saveDraft(db, { draftId, changes, by, at })),
  aTry("drafts/saveDraftAsOf", mayEditDraft, issued, (db, by) =>
    saveDraftAsOf(db, { draftId, changes, isAsRead: () => true, by, at }),
  ),
  aTry("drafts/renumberDraft", mayEditDraft, issued, (db, by) =>
    renumberDraft(db, { draftId, number: "x", by, at }),
  ),
  aTry("drafts/attachFile", mayEditDraft, issued, (db, by) =>
    attachFile(db, { draftId, ...file, id: crypto.randomUUID(), by, at }),
  ),
  aTry("drafts/reuseRedFlag", mayEditDraft, issued, (db, by) =>
    reuseRedFlag(db, { draftId, publicId: "X-1#RF-01", by, at }),
  ),
  aTry("drafts/notePresence", mayReadDraft, issued, (db, by) =>
    notePresence(db, { draftId, path: "title", by, at }),
  ),
  aTry("drafts/commentOnDraft", mayComment, issued, (db, by) =>
    commentOnDraft(db, { draftId, path: "title", body: "x", by, at }),
  ),
  aTry("drafts/resolveComment", mayComment, issued, (db, by) =>
    resolveComment(db, { draftId, commentId, by, at }),
  ),
  aTry(
    "drafts/discardDraft",
    mayDiscardDraft,
    () => [{ ...led(), openedBy: lead.analyst.memberId }],
    (db, by) => discardDraft(db, { draftId, by, at }),
  ),
  ...(["legal", "language-es", "language-en", "approval"] as const).map((kind) =>
    aTry(
      `drafts/clearDraft ${kind}`,
      mayClear,
      () => [led(), kind],
      (db, by) => clearDraft(db, { draftId, kind, contentHash, note: "", by, at }),
    ),
  ),
  aTry(
    "drafts/takeBackClearance",
    mayTakeBack,
    () => [{ memberId: lead.legal.memberId }],
    (db, by) => takeBackClearance(db, { draftId, clearanceId, by, at }),
  ),
  aTry("drafts/publishAdvisory", mayPublish, issued, (db, by) =>
    publishAdvisory(db, { draftId, contentHash, by, at }),
  ),
  aTry("drafts/schedulePublication", mayPublish, issued, (db, by) =>
    schedulePublication(db, { draftId, contentHash, embargo: later(60), by, at }),
  ),
  aTry("drafts/cancelPublication", mayPublish, issued, (db, by) =>
    cancelPublication(db, { draftId, by, at }),
  ),
  aTry("drafts/amendAdvisory", mayAmend, issued, (db, by) => amendAdvisory(db, { number, by, at })),
  aTry("advisories/withdrawAdvisory", mayWithdraw, issued, (db, by) =>
    withdrawAdvisory(db, { number, reason: text("a", "b"), by, at }),
  ),
  aTry("advisories/supersedeAdvisory", mayWithdraw, issued, (db, by) =>
    supersedeAdvisory(db, { number, replacement, by, at }),
  ),
  aTry("imports/importDocument", mayImport, none, (db, by) =>
    importDocument(db, { file: document, publish: false, by, at }),
  ),
  {
    ...aTry("imports/attachTranslation", mayAmend, issued, (db, by) =>
      attachTranslation(db, {
        file: { ...translation, number },
        changeNote: text("a", "b"),
        publish: false,
        by,
        at,
      }),
    ),
    // Who brings documents in, of the authority whose document it is.
    may: (by) => mayAmend(by, led()) && mayImport(by),
  },
  aTry("typologies/keepTypology", mayKeepTypologies, none, (db, by) =>
    keepTypology(db, { typology, by, at }),
  ),
  aTry("advisories/setNumberSeries", maySetNumberSeries, none, (db, by) =>
    setNumberSeries(db, { series: { alert: "X-{year}-{n}" }, by, at }),
  ),
  aTry("organisations/makeClearanceException", mayMakeException, none, (db, by) =>
    makeClearanceException(db, { severalKinds: true, approvalsNeeded: 1, reason, by, at }),
  ),
  aTry("invitations/inviteMember", mayInviteMembers, none, (db, by) =>
    inviteMember(db, {
      email: "x@y.example",
      name: null,
      language: "es",
      roles: ["administrator"],
      by,
      at,
      key,
    }),
  ),
  aTry("invitations/resendInvitation of a person", mayRunInvitation, invitationOf("member"), (db, by) =>
    resendInvitation(db, { id: ofPerson, by, at: later(5), key }),
  ),
  aTry("invitations/withdrawInvitation of a person", mayRunInvitation, invitationOf("member"), (db, by) =>
    withdrawInvitation(db, { id: ofPerson, by, at: later(5) }),
  ),
  aTry(
    "invitations/resendInvitation of an organisation",
    mayRunInvitation,
    invitationOf("organisation"),
    (db, by) => resendInvitation(db, { id: ofOrganisation, by, at: later(5), key }),
  ),
  aTry(
    "invitations/withdrawInvitation of an organisation",
    mayRunInvitation,
    invitationOf("organisation"),
    (db, by) => withdrawInvitation(db, { id: ofOrganisation, by, at: later(5) }),
  ),
  aTry("people/changeProfile", mayKeepOwnPage, none, (db, by) =>
    changeProfile(db, { name: "Otro Nombre", language: "en", timeZone: "UTC", by, at }),
  ),
  aTry("people/chooseNotices", mayKeepOwnPage, none, (db, by) =>
    chooseNotices(db, { chosen: choices(), by, at }),
  ),
  aTry("people/changeRoles", mayManagePeople, none, (db, by) =>
    changeRoles(db, { memberId: colleagueOf(by), roles: ["administrator"], by, at }),
  ),
  aTry(
    "people/endMembership of a colleague",
    mayEndMembership,
    (by) => [colleagueOf(by)],
    (db, by) => endMembership(db, { memberId: colleagueOf(by), by, at }),
  ),
  aTry(
    "people/endMembership of oneself",
    mayEndMembership,
    (by) => [by.memberId],
    (db, by) => endMembership(db, { memberId: by.memberId, by, at }),
  ),
  aTry("replies/makeTheme", mayWriteReplies, run, (db, by) =>
    makeTheme(db, { roundId: closed.roundId, name: text("Otro", "Another"), by, at }),
  ),
  aTry("replies/renameTheme", mayWriteReplies, run, (db, by) =>
    renameTheme(db, { themeId, name: text("Otro", "Another"), by, at }),
  ),
  aTry("replies/placePoints", mayWriteReplies, run, (db, by) =>
    placePoints(db, { themeId, pointIds: [pointId], into: true, by, at }),
  ),
  aTry("replies/editReply", mayWriteReplies, run, (db, by) =>
    editReply(db, {
      roundId: closed.roundId,
      subject: { row: 2 },
      changes: [{ kind: "set", path: "noteEs", was: "", now: "Una nota." }],
      by,
      at,
    }),
  ),
  aTry("replies/writeReply", mayWriteReplies, run, (db, by) =>
    writeReply(db, {
      roundId: closed.roundId,
      subject: { row: 2 },
      revision: 0,
      texts: replyTexts(),
      by,
      at,
    }),
  ),
  aTry(
    "replies/releaseReply",
    mayReleaseReply,
    () => [{ authorityId: lead.authority.id, writers: [closed.officer.memberId] }],
    (db, by) => releaseReply(db, { replyId, revision: 1, by, at }),
  ),
  aTry("replies/citeReplies", mayEditDraft, issued, (db, by) =>
    citeReplies(db, { draftId, replyIds: [], by, at }),
  ),
  aTry("rounds/planRound", mayPlanRounds, none, (db, by) =>
    planRound(db, { plan: aPlan(convening), by, at }),
  ),
  aTry("rounds/changeRound", mayChangeRound, run, (db, by) =>
    changeRound(db, { roundId: planned, isAsRead: () => true, plan: aPlan(convening), by, at }),
  ),
  aTry("rounds/openRound", mayOpenRound, run, (db, by) =>
    openRound(db, {
      roundId: planned,
      revision: 1,
      notForSupervision: true,
      evenIfUnpublished: true,
      keys,
      by,
      at,
    }),
  ),
  aTry("rounds/extendRound", mayOpenRound, run, (db, by) =>
    extendRound(db, { roundId: opened, closesAt: later(9 * day), by, at }),
  ),
  aTry("rounds/callOffRound of a plan", mayChangeRound, run, (db, by) =>
    callOffRound(db, { roundId: planned, by, at }),
  ),
  aTry("rounds/callOffRound while it is open", mayOpenRound, run, (db, by) =>
    callOffRound(db, { roundId: opened, by, at }),
  ),
  aTry("roundtables/proposeRoundtable", mayProposeRoundtable, none, (db, by) =>
    proposeRoundtable(db, { agenda: anAgenda(), place: aPlace, times: someTimes, chairs: [], keys, by, at }),
  ),
  aTry("roundtables/changeAgenda", mayChair, chaired, (db, by) =>
    changeAgenda(db, { roundtableId: room.proposed, agenda: anAgenda(), revision: 1, keys, by, at }),
  ),
  ...(["legal", "competition"] as const).map((kind) =>
    aTry(
      `roundtables/clearAgenda ${kind}`,
      mayClearAgenda,
      () => [{ parts: room.parts }, kind],
      (db, by) => clearAgenda(db, { roundtableId: room.proposed, kind, revision: 1, note: "", keys, by, at }),
    ),
  ),
  aTry("roundtables/givePart", mayChair, chaired, (db, by) =>
    givePart(db, {
      roundtableId: room.proposed,
      memberId: lead.legal.memberId,
      part: "clearer",
      keys,
      by,
      at,
    }),
  ),
  aTry("roundtables/endPart", mayChair, chaired, (db, by) =>
    endPart(db, { roundtableId: room.proposed, partId: room.partId, keys, by, at }),
  ),
  aTry("roundtables/inviteToRoundtable", mayChair, chaired, (db, by) =>
    inviteToRoundtable(db, {
      roundtableId: room.convened,
      organisationId: measured.id,
      seats: 1,
      keys,
      by,
      at,
    }),
  ),
  aTry("roundtables/withdrawRoundtableInvitation", mayChair, chaired, (db, by) =>
    withdrawRoundtableInvitation(db, {
      roundtableId: room.convened,
      organisationId: room.house.organisation.id,
      keys,
      by,
      at,
    }),
  ),
  aTry("roundtables/conveneRoundtable", mayChair, chaired, (db, by) =>
    conveneRoundtable(db, { roundtableId: room.cleared, revision: 1, keys, by, at }),
  ),
  aTry("roundtables/moveRoundtable", mayChair, chaired, (db, by) =>
    moveRoundtable(db, {
      roundtableId: room.convened,
      times: someTimes,
      place: aPlace,
      sequence: 0,
      keys,
      by,
      at,
    }),
  ),
  aTry("roundtables/cancelRoundtable", mayChair, chaired, (db, by) =>
    cancelRoundtable(db, { roundtableId: room.convened, reason: text("Sí.", "Yes."), keys, by, at }),
  ),
  aTry("roundtables/nameAttendee", mayNameAttendees, invitedHouse, (db, by) =>
    nameAttendee(db, { roundtableId: room.convened, memberId: room.house.officer.memberId, keys, by, at }),
  ),
  {
    ...aTry("roundtables/withdrawSeat", mayNameAttendees, invitedHouse, (db, by) =>
      withdrawSeat(db, { roundtableId: room.convened, seatId: room.seatId, keys, by, at }),
    ),
    // Who convenes may take a seat away too.
    may: (by) => mayNameAttendees(by, ...invitedHouse()) || mayChair(by, ...chaired()),
  },
  aTry(
    "roundtables/answerSeat",
    mayAnswerSeat,
    () => [room.house.analyst],
    (db, by) => answerSeat(db, { roundtableId: room.convened, answer: "coming", keys, by, at }),
  ),
  aTry("vaults/endRoundtable", mayChair, chaired, (db, by) =>
    endRoundtable(db, { roundtableId: room.convened, keys, by, at: during }),
  ),
  aTry("vaults/closeRoundtable", mayChair, chaired, (db, by) =>
    closeRoundtable(db, { roundtableId: room.convened, keys, by, at: during }),
  ),
  aTry("vaults/placeHold", mayHoldRecord, chaired, (db, by) =>
    placeHold(db, { roundtableId: room.convened, reason: "Sí.", keys, by, at }),
  ),
  aTry("vaults/liftHold", mayHoldRecord, chaired, (db, by) =>
    liftHold(db, { roundtableId: room.convened, reason: "Sí.", keys, by, at }),
  ),
  aTry("summaries/writeSummary", mayWriteMinutes, chaired, (db, by) =>
    writeSummary(db, { ...inRoom(by), summary: aTold(), revision: 0 }),
  ),
  aTry("summaries/approveSummary", mayChair, chaired, (db, by) =>
    approveSummary(db, { ...inRoom(by), revision: 0 }),
  ),
  aTry("summaries/publishSummary", mayChair, chaired, (db, by) =>
    publishSummary(db, { ...inRoom(by), revision: 0 }),
  ),
  aTry("summaries/withdrawOwnSummary", mayChair, chaired, (db, by) =>
    withdrawOwnSummary(db, { ...inRoom(by), reason: text("Sí.", "Yes.") }),
  ),
  aTry(
    "summaries/withdrawSummary",
    mayWithdrawSummary,
    () => [{ issuers: [lead.authority.id] }],
    (db, by) => withdrawSummary(db, { id: summaryId, reason: text("Sí.", "Yes."), by, at }),
  ),
  aTry("proposals/proposeFromRoom", mayWriteMinutes, chaired, (db, by) =>
    proposeFromRoom(db, { ...inRoom(by), proposal: aProposed }),
  ),
  aTry("proposals/proposeToDesk", mayPropose, none, (db, by) =>
    proposeToDesk(db, { proposal: aProposed, by, at }),
  ),
  aTry("proposals/takeUpProposal", maySettleProposal, run, (db, by) =>
    takeUpProposal(db, { id: proposalId, into: draftId, by, at }),
  ),
  aTry("proposals/declineProposal", maySettleProposal, run, (db, by) =>
    declineProposal(db, { id: proposalId, reason: text("Sí.", "Yes."), by, at }),
  ),
  aTry("minutes/writeMinutes", mayWriteMinutes, chaired, (db, by) =>
    writeMinutes(db, { roundtableId: room.convened, notes: noNotes, revision: 0, keys, by, at }),
  ),
  aTry("minutes/submitMinutes", mayWriteMinutes, chaired, (db, by) =>
    submitMinutes(db, { roundtableId: room.convened, revision: 0, days: 10, keys, by, at }),
  ),
  aTry("minutes/approveMinutes", mayChair, chaired, (db, by) =>
    approveMinutes(db, { roundtableId: room.convened, revision: 0, keys, by, at }),
  ),
  {
    ...aTry("commitments/settleCommitment", maySettleCommitment, owing, (db, by) =>
      settleCommitment(db, { id: commitmentId, state: "met", note: "", keys, by, at }),
    ),
    // Of the people of that house, only who entered sees what was undertaken.
    may: (by) =>
      (by.memberId === entered.house.analyst.memberId || mayChair(by, entered)) &&
      maySettleCommitment(by, ...owing()),
  },
  aTry("commitments/makeCommitment", mayChair, chaired, (db, by) =>
    makeCommitment(db, {
      roundtableId: room.convened,
      what: text("Sí.", "Yes."),
      organisationId: measured.id,
      due: "2027-06-01",
      keys,
      by,
      at,
    }),
  ),
  aTry("roundtables/acceptTerms", mayTakePart, seated, (db, by) =>
    acceptTerms(db, { ...inRoom(by), version: 1, language: "es" }),
  ),
  aTry("roundtables/changeTerms", mayChair, chaired, (db, by) =>
    changeTerms(db, { ...inRoom(by), version: 1, words: text("Otras.", "Others.") }),
  ),
  aTry("contributions/sayInRoom", mayTakePart, seated, (db, by) =>
    sayInRoom(db, {
      ...inRoom(by),
      id: randomUUID(),
      kind: "words",
      item: 0,
      parentId: null,
      mode: "named",
      text: "Hola.",
      language: "es",
      pace: new SeatPace(),
    }),
  ),
  aTry("contributions/showInRoom", mayTakePart, seated, (db, by) =>
    showInRoom(db, { ...inRoom(by), ...aFile(), item: 0, mode: "named", pace: new SeatPace() }),
  ),
  aTry("contributions/takeFile", mayTakePart, seated, (db, by) =>
    takeFile(db, { ...inRoom(by), contributionId: randomUUID() }),
  ),
  aTry("materials/addMaterial", mayChair, chaired, (db, by) =>
    addMaterial(db, { ...inRoom(by), ...aFile() }),
  ),
  aTry("materials/takeMaterial", mayTakePart, seated, (db, by) =>
    takeMaterial(db, { ...inRoom(by), materialId: randomUUID() }),
  ),
  aTry("materials/withdrawMaterial", mayChair, chaired, (db, by) =>
    withdrawMaterial(db, { ...inRoom(by), materialId: randomUUID() }),
  ),
  aTry("contributions/hideContribution", mayChair, chaired, (db, by) =>
    hideContribution(db, { ...inRoom(by), contributionId: randomUUID(), reason: "off-agenda", note: "" }),
  ),
  aTry("contributions/translateByMachine", mayTakePart, seated, (db, by) =>
    translateByMachine(db, {
      ...inRoom(by),
      contributionId: randomUUID(),
      translator: undefined,
      pace: new SeatPace(),
    }),
  ),
  aTry("contributions/translateContribution", mayTakePart, seated, (db, by) =>
    translateContribution(db, { ...inRoom(by), contributionId: randomUUID(), text: "Hi." }),
  ),
  aTry("floor/openRoom", mayChair, chaired, (db, by) => openRoom(db, inRoom(by))),
  aTry("floor/takeUpItem", mayChair, chaired, (db, by) => takeUpItem(db, { ...inRoom(by), item: 0 })),
  aTry("floor/closeItem", mayChair, chaired, (db, by) => closeItem(db, { ...inRoom(by), item: 0 })),
  aTry("floor/stopTalk", mayChair, chaired, (db, by) =>
    stopTalk(db, { ...inRoom(by), item: 0, reason: "prices", note: "" }),
  ),
  aTry("floor/resumeTalk", mayChair, chaired, (db, by) => resumeTalk(db, { ...inRoom(by), item: 0 })),
  aTry("floor/raiseHand", mayTakePart, seated, (db, by) => raiseHand(db, inRoom(by))),
  aTry("floor/lowerHand", mayTakePart, seated, (db, by) =>
    lowerHand(db, { ...inRoom(by), memberId: by.memberId }),
  ),
  aTry("floor/giveFloor", mayChair, chaired, (db, by) =>
    giveFloor(db, { ...inRoom(by), memberId: by.memberId }),
  ),
  aTry("floor/voteForQuestion", mayTakePart, seated, (db, by) =>
    voteForQuestion(db, { ...inRoom(by), contributionId: randomUUID(), wanted: true }),
  ),
  aTry("floor/settleQuestion", mayChair, chaired, (db, by) =>
    settleQuestion(db, { ...inRoom(by), contributionId: randomUUID(), settlement: "answered" }),
  ),
  aTry("floor/openPoll", mayChair, chaired, (db, by) =>
    openPoll(db, {
      ...inRoom(by),
      item: 0,
      kind: "scale",
      words: { question: text("¿Sí?", "Yes?"), options: [] },
    }),
  ),
  aTry("floor/castBallot", mayTakePart, seated, (db, by) =>
    castBallot(db, { ...inRoom(by), pollId: randomUUID(), choices: [0] }),
  ),
  aTry("floor/closePoll", mayChair, chaired, (db, by) =>
    closePoll(db, { ...inRoom(by), pollId: randomUUID() }),
  ),
  aTry("floor/notePresence", mayTakePart, seated, (db, by) => notePresenceInRoom(db, inRoom(by))),
  aTry("answers/fillSheet", mayFillSheet, none, (db, by) =>
    fillSheet(db, { roundId: opened, filled: [], keys, by, at }),
  ),
  aTry("answers/noteAtSheet", mayFillSheet, none, (db, by) =>
    noteAtSheet(db, { roundId: opened, row: 1, by, at }),
  ),
  aTry("answers/signAnswers", maySignAnswers, none, (db, by) =>
    signAnswers(db, { roundId: opened, digest: "", keys, by, at }),
  ),
  aTry("vetting/inviteContact", mayRunInvitation, invitationOf("organisation"), (db, by) =>
    inviteContact(db, {
      organisationId: invitedId,
      contact: "Eva",
      email: "e@o.example",
      language: "es",
      by,
      at,
      key,
    }),
  ),
  aTry("vetting/inviteOrganisation", mayInviteOrganisation, none, (db, by) =>
    inviteOrganisation(db, { ...wanted, shortName: "Nueva", email: "x@y.example", by, at, key }),
  ),
  aTry(
    "vetting/submitApplication",
    mayApply,
    (by) => [{ id: by.organisationId }],
    async (db, by) =>
      by.memberId === null ? refused("not_allowed") : submitApplication(db, { facts: someFacts, by, at }),
  ),
  aTry(
    "vetting/decideOnApplication",
    mayVet,
    () => [ofCountry(bank.id)],
    (db, by) =>
      decideOnApplication(db, { organisationId: bank.id, applicationId, kind: "approval", reason, by, at }),
  ),
  aTry(
    "vetting/proposeMeasure",
    mayTakeMeasures,
    () => [ofCountry(bank.id)],
    (db, by) =>
      proposeMeasure(db, { organisationId: bank.id, kind: "revocation", emergency: false, reason, by, at }),
  ),
  aTry(
    "vetting/confirmMeasure",
    mayTakeMeasures,
    () => [ofCountry(measured.id)],
    (db, by) => confirmMeasure(db, { organisationId: measured.id, measureId, reason, by, at: later(5) }),
  ),
  aTry(
    "vetting/withdrawMeasure",
    mayTakeMeasures,
    () => [ofCountry(measured.id)],
    (db, by) => withdrawMeasure(db, { organisationId: measured.id, measureId, by, at: later(5) }),
  ),
  aTry("digests/pauseDigestRun", mayLookAfterMachine, none, (db, by) =>
    pauseDigestRun(db, { localDate: "2026-11-20", by, at }),
  ),
  aTry("digests/resumeDigestRun", mayLookAfterMachine, none, (db, by) =>
    resumeDigestRun(db, { localDate: "2026-11-19", by, at }),
  ),
  aTry("digests/cancelDigestRun", mayLookAfterMachine, none, (db, by) =>
    cancelDigestRun(db, { localDate: "2026-11-20", by, at }),
  ),
  aTry("digests/retryDeadLetter", mayLookAfterMachine, none, (db, by) =>
    retryDeadLetter(db, { id: deadLetterId, lookedUp: false, by, at }),
  ),
  aTry("digests/setDeadLetterAside", mayLookAfterMachine, none, (db, by) =>
    setDeadLetterAside(db, { id: deadLetterId, reason: "not-needed", by, at }),
  ),
  aTry("vetting/setVettingPeriod", maySetVettingPeriod, none, (db, by) =>
    setVettingPeriod(db, { months: 6, by, at }),
  ),
];

class Undo extends Error {}

/** What the act answers, with nothing left behind; the database's own no counts as one. */
async function attempt(act: Act, by: Member) {
  let answer = "";
  await world.db
    .transaction(async (tx) => {
      const outcome = await act(tx, by);
      answer = outcome.ok ? "done" : outcome.reason;
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (error instanceof Undo) return;
      if (!isOfTheWall(error)) throw error;
      answer = "wall";
    });
  return answer;
}

const isOfTheWall = (error: unknown) =>
  error instanceof Error &&
  [error, error.cause].some(
    (one) => one instanceof Error && "code" in one && ["42501", "23502"].includes(String(one.code)),
  );

const noes = ["not_allowed", "not_found", "wall"];

async function wrongOf(act: Act, expected: (person: Person) => boolean) {
  const wrong: string[] = [];
  for (const person of everyone) {
    const answer = await attempt(act, person.who);
    if (!noes.includes(answer) !== expected(person)) wrong.push(`${person.name}: ${answer}`);
  }
  return wrong;
}

test("every act of the table is tried, by the very sentence that the table names", () => {
  expect(tries.map(({ act }) => act).sort()).toEqual(Object.keys(sentenceOfAct).sort());
  for (const { act, sentence } of tries) {
    const [room, name = ""] = (sentenceOfAct[act] ?? "").split(": ");
    const [written = ""] = name.split(" ");
    const found = Object.entries(modules).find(
      ([path, module]) => roomOf(path) === room && written in module,
    );
    expect(found?.[1][written], act).toBe(sentence);
  }
});

test.each(tries)(
  "$act is for whom its sentence says, tried by everyone in every role",
  async ({ act, may, run }) => {
    const toApplicants = askedOfApplicants.includes(sentenceOfAct[act] ?? "");
    const expected = ({ who, standing }: Person) =>
      (standing === "member" || (standing === "applicant" && toApplicants)) && may(who);
    expect(await wrongOf(run, expected)).toEqual([]);
    expect(everyone.some(expected)).toBe(true);
  },
);

const visit = { secure: false, idleMinutes: 60, hours: 1, device: "", deviceHash: null };
const session = (by: Member) => ({ ...by, sessionId: crypto.randomUUID() });
const aToken = { name: "x", scopes: ["read" as const], days: 7 };

const ownActs: [string, Act][] = [
  ["auth/makeToken", (db, by) => makeToken(db, { by, ...aToken, secret: randomBytes(32), at })],
  [
    "auth/revokeToken",
    async (db, by) => {
      await makeToken(db, { by, ...aToken, secret: randomBytes(32), at });
      const [made] = await listTokens(db, by);
      return made ? revokeToken(db, { by, tokenId: made.id, at }) : refused("not_found");
    },
  ],
  [
    "auth/revokeEveryToken",
    async (db, by) => {
      await makeToken(db, { by, ...aToken, secret: randomBytes(32), at });
      const revoked = await revokeEveryToken(db, { by, at });
      return revoked.value.tokens > 0 ? revoked : refused("not_found");
    },
  ],
  [
    "auth/makeCalendarAddress",
    (db, by) => makeCalendarAddress(db, { by, name: "x", secret: randomBytes(32), at }),
  ],
  [
    "auth/revokeCalendarAddress",
    async (db, by) => {
      await makeCalendarAddress(db, { by, name: "x", secret: randomBytes(32), at });
      const [made] = await listCalendarAddresses(db, by);
      return made ? revokeCalendarAddress(db, { by, addressId: made.id, at }) : refused("not_found");
    },
  ],
  ["auth/makeFeedAddress", (db, by) => makeFeedAddress(db, { by, name: "x", secret: randomBytes(32), at })],
  [
    "auth/revokeFeedAddress",
    async (db, by) => {
      await makeFeedAddress(db, { by, name: "x", secret: randomBytes(32), at });
      const [made] = await listFeedAddresses(db, by);
      return made ? revokeFeedAddress(db, { by, addressId: made.id, at }) : refused("not_found");
    },
  ],
  [
    "auth/endOwnSession",
    async (db, by) => {
      await startSession(db, { ...visit, memberId: by.memberId, confirmedAt: null });
      const [begun] = await listSessions(db, by);
      return begun ? endOwnSession(db, { by, sessionId: begun.id, at }) : refused("not_found");
    },
  ],
  [
    "auth/endOtherSessions",
    async (db, by) => {
      await startSession(db, { ...visit, memberId: by.memberId, confirmedAt: null });
      const ended = await endOtherSessions(db, { by: session(by), at });
      return ended.value.sessions > 0 ? ended : refused("not_found");
    },
  ],
  [
    "auth/renewRecoveryCodes",
    (db, by) => renewRecoveryCodes(db, { by: session(by), recoveryKey: key, random: randomBytes(200), at }),
  ],
];

test.each(ownActs)("%s is for whom the table says, whatever their role", async (name, act) => {
  const whose = actsOfNoRole[name];
  expect(whose).toMatch(/^(whoever is signed in|every member), for themselves alone$/);
  const run: Act = async (db, by) => (by.memberId === null ? refused("not_allowed") : act(db, by));
  const isFor = ({ standing }: Person) =>
    standing === "member" || (standing === "applicant" && whose?.startsWith("whoever") === true);
  expect(await wrongOf(run, isFor)).toEqual([]);
});

test("a calendar address is made by every member in good standing, whatever their role, and by nobody else", async () => {
  const run: Act = async (db, by) =>
    by.memberId === null
      ? refused("not_allowed")
      : makeCalendarAddress(db, { by, name: "x", secret: randomBytes(32), at });
  expect(await wrongOf(run, ({ standing }) => standing === "member")).toEqual([]);
});

test("an administrator changes and ends nobody of another organisation", async () => {
  const stranger = bank.analyst.memberId;
  for (const run of [
    (db, by) => changeRoles(db, { memberId: stranger, roles: ["administrator"], by, at }),
    (db, by) => endMembership(db, { memberId: stranger, by, at }),
  ] satisfies Act[])
    expect(await wrongOf(run, () => false)).toEqual([]);
  expect(everyone.some(({ who }) => hasRole(who, "administrator"))).toBe(true);
});
