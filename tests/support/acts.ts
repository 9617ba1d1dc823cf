import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** Which sentence each act goes by, in the words of the table of roles. */
export const sentenceOfAct: Record<string, string> = {
  "adoption/acknowledgeAdvisory": "adoption: mayWorkOnBoards",
  "adoption/changeItem": "adoption: mayWorkOnBoards",
  "adoption/changeItems": "adoption: mayWorkOnBoards",
  "adoption/undoChange": "adoption: mayWorkOnBoards",
  "advisories/setNumberSeries": "advisories: maySetNumberSeries",
  "advisories/supersedeAdvisory": "advisories: mayWithdraw",
  "advisories/withdrawAdvisory": "advisories: mayWithdraw",
  "answers/fillSheet": "answers: mayFillSheet",
  "answers/noteAtSheet": "answers: mayFillSheet",
  "answers/signAnswers": "answers: maySignAnswers",
  "digests/cancelDigestRun": "machine: mayLookAfterMachine",
  "digests/pauseDigestRun": "machine: mayLookAfterMachine",
  "digests/resumeDigestRun": "machine: mayLookAfterMachine",
  "digests/retryDeadLetter": "machine: mayLookAfterMachine",
  "digests/setDeadLetterAside": "machine: mayLookAfterMachine",
  "contributions/hideContribution": "roundtables: mayChair",
  "contributions/sayInRoom": "roundtables: mayTakePart",
  "contributions/showInRoom": "roundtables: mayTakePart",
  "contributions/takeFile": "roundtables: mayTakePart",
  "contributions/translateByMachine": "roundtables: mayTakePart",
  "contributions/translateContribution": "roundtables: mayTakePart",
  "drafts/amendAdvisory": "advisories: mayAmend",
  "drafts/attachFile": "advisories: mayEditDraft",
  "drafts/cancelPublication": "advisories: mayPublish",
  "drafts/clearDraft legal": "drafts: mayClear legal",
  "drafts/clearDraft language-es": "drafts: mayClear language-es",
  "drafts/clearDraft language-en": "drafts: mayClear language-en",
  "drafts/clearDraft approval": "drafts: mayClear approval",
  "drafts/commentOnDraft": "advisories: mayComment",
  "drafts/discardDraft": "drafts: mayDiscardDraft",
  "drafts/notePresence": "advisories: mayReadDraft",
  "drafts/openDraft": "advisories: mayDraft",
  "drafts/publishAdvisory": "advisories: mayPublish",
  "drafts/renumberDraft": "advisories: mayEditDraft",
  "drafts/resolveComment": "advisories: mayComment",
  "drafts/reuseRedFlag": "advisories: mayEditDraft",
  "drafts/saveDraft": "advisories: mayEditDraft",
  "drafts/saveDraftAsOf": "advisories: mayEditDraft",
  "drafts/schedulePublication": "advisories: mayPublish",
  "drafts/takeBackClearance": "drafts: mayTakeBack one's own clearance",
  "floor/castBallot": "roundtables: mayTakePart",
  "floor/closeItem": "roundtables: mayChair",
  "floor/closePoll": "roundtables: mayChair",
  "floor/giveFloor": "roundtables: mayChair",
  "floor/lowerHand": "roundtables: mayTakePart",
  "floor/notePresence": "roundtables: mayTakePart",
  "floor/openPoll": "roundtables: mayChair",
  "floor/openRoom": "roundtables: mayChair",
  "floor/raiseHand": "roundtables: mayTakePart",
  "floor/resumeTalk": "roundtables: mayChair",
  "floor/settleQuestion": "roundtables: mayChair",
  "floor/stopTalk": "roundtables: mayChair",
  "floor/takeUpItem": "roundtables: mayChair",
  "floor/voteForQuestion": "roundtables: mayTakePart",
  "imports/attachTranslation": "advisories: mayAmend",
  "imports/importDocument": "advisories: mayImport",
  "materials/addMaterial": "roundtables: mayChair",
  "materials/takeMaterial": "roundtables: mayTakePart",
  "materials/withdrawMaterial": "roundtables: mayChair",
  "invitations/inviteMember": "invitations: mayInviteMembers",
  "invitations/resendInvitation of a person": "invitations: mayRunInvitation of a person",
  "invitations/resendInvitation of an organisation":
    "invitations: mayRunInvitation of an organisation of the own country",
  "invitations/withdrawInvitation of a person": "invitations: mayRunInvitation of a person",
  "invitations/withdrawInvitation of an organisation":
    "invitations: mayRunInvitation of an organisation of the own country",
  "organisations/makeClearanceException": "organisations: mayMakeException",
  "people/changeProfile": "people: mayKeepOwnPage",
  "people/changeRoles": "people: mayManagePeople",
  "people/chooseNotices": "people: mayKeepOwnPage",
  "people/endMembership of a colleague": "people: mayEndMembership of a colleague",
  "people/endMembership of oneself": "people: mayEndMembership of oneself",
  "questions/askQuestion": "questions: mayAsk",
  "questions/assignQuestion": "questions: mayDraftAnswer",
  "questions/editAnswer": "questions: mayDraftAnswer",
  "questions/releaseAnswer": "questions: maySpeak",
  "questions/saveAnswer": "questions: mayDraftAnswer",
  "questions/withdrawAnswer": "questions: maySpeak",
  "questions/withdrawQuestion": "questions: mayAsk",
  "replies/citeReplies": "advisories: mayEditDraft",
  "replies/editReply": "replies: mayWriteReplies",
  "replies/makeTheme": "replies: mayWriteReplies",
  "replies/placePoints": "replies: mayWriteReplies",
  "replies/releaseReply": "replies: mayReleaseReply written by others",
  "replies/renameTheme": "replies: mayWriteReplies",
  "replies/writeReply": "replies: mayWriteReplies",
  "rounds/callOffRound of a plan": "rounds: mayChangeRound",
  "rounds/callOffRound while it is open": "rounds: mayOpenRound",
  "rounds/changeRound": "rounds: mayChangeRound",
  "rounds/extendRound": "rounds: mayOpenRound",
  "rounds/openRound": "rounds: mayOpenRound",
  "rounds/planRound": "rounds: mayPlanRounds",
  "roundtables/acceptTerms": "roundtables: mayTakePart",
  "roundtables/answerSeat": "roundtables: mayAnswerSeat",
  "roundtables/cancelRoundtable": "roundtables: mayChair",
  "roundtables/changeAgenda": "roundtables: mayChair",
  "roundtables/changeTerms": "roundtables: mayChair",
  "roundtables/clearAgenda legal": "roundtables: mayClearAgenda legal",
  "roundtables/clearAgenda competition": "roundtables: mayClearAgenda competition",
  "roundtables/conveneRoundtable": "roundtables: mayChair",
  "roundtables/endPart": "roundtables: mayChair",
  "roundtables/givePart": "roundtables: mayChair",
  "roundtables/inviteToRoundtable": "roundtables: mayChair",
  "roundtables/moveRoundtable": "roundtables: mayChair",
  "roundtables/nameAttendee": "roundtables: mayNameAttendees",
  "roundtables/proposeRoundtable": "roundtables: mayProposeRoundtable",
  "roundtables/withdrawRoundtableInvitation": "roundtables: mayChair",
  "roundtables/withdrawSeat": "roundtables: mayNameAttendees",
  "typologies/keepTypology": "advisories: mayKeepTypologies",
  "commitments/makeCommitment": "roundtables: mayChair",
  "commitments/settleCommitment": "commitments: maySettleCommitment",
  "minutes/approveMinutes": "roundtables: mayChair",
  "minutes/submitMinutes": "minutes: mayWriteMinutes",
  "minutes/writeMinutes": "minutes: mayWriteMinutes",
  "proposals/declineProposal": "proposals: maySettleProposal",
  "proposals/proposeFromRoom": "minutes: mayWriteMinutes",
  "proposals/proposeToDesk": "proposals: mayPropose",
  "proposals/takeUpProposal": "proposals: maySettleProposal",
  "summaries/approveSummary": "roundtables: mayChair",
  "summaries/publishSummary": "roundtables: mayChair",
  "summaries/withdrawOwnSummary": "roundtables: mayChair",
  "summaries/withdrawSummary": "summaries: mayWithdrawSummary",
  "summaries/writeSummary": "minutes: mayWriteMinutes",
  "vaults/closeRoundtable": "roundtables: mayChair",
  "vaults/endRoundtable": "roundtables: mayChair",
  "vaults/liftHold": "vaults: mayHoldRecord",
  "vaults/placeHold": "vaults: mayHoldRecord",
  "vetting/confirmMeasure": "vetting: mayTakeMeasures",
  "vetting/decideOnApplication": "vetting: mayVet",
  "vetting/inviteContact": "invitations: mayRunInvitation of an organisation of the own country",
  "vetting/inviteOrganisation": "vetting: mayInviteOrganisation",
  "vetting/proposeMeasure": "vetting: mayTakeMeasures",
  "vetting/setVettingPeriod": "vetting: maySetVettingPeriod",
  "vetting/submitApplication": "vetting: mayApply",
  "vetting/withdrawMeasure": "vetting: mayTakeMeasures",
};

/** Acts whose operation in the API has another name than they. */
const otherNames: Record<string, string> = {
  "adoption/changeItem": "changeAdoption",
  "adoption/changeItems": "changeAdoptions",
  "adoption/undoChange": "undoAdoptionChange",
  "auth/endOtherSessions": "endOwnSessions",
  "drafts/saveDraftAsOf": "saveDraft",
  "imports/attachTranslation": "importDocument",
  "questions/editAnswer": "saveAnswer",
  "replies/editReply": "writeReply",
  "vetting/decideOnApplication": "approveApplication",
};

/** The name of the operation by which a program does this act: `room/verbThing`. */
export const operationOfAct = (act: string) => otherNames[act] ?? act.replace(/^.*\//, "");

const own = "whoever is signed in, for themselves alone";
const ownAsMember = "every member, for themselves alone";
const stranger = "whoever holds the secret: nobody is known yet";
const clock = "the clock; no door leads to it";
const part = "a part of other acts";
const atTable = "whoever is at the table of a session and accepted its terms";
const installation = "whoever holds the database's owner, from the shell or at start";

/** What somebody does by no role, and what nobody does. */
export const actsOfNoRole: Record<string, string> = {
  "adoption/tellOwners": clock,
  "auth/addPasskey": own,
  "auth/askForPasskey": stranger,
  "auth/askToMakePasskey": "whoever is signed in or holds an invitation, for themselves alone",
  "auth/beginSession": part,
  "auth/confirmIdentity": own,
  "auth/endOtherSessions": own,
  "auth/endOwnSession": own,
  "auth/endSession": "whoever holds the session's cookie",
  "auth/forgetAttempts": part,
  "auth/hasTriedEnough": part,
  "auth/issueToken": part,
  "auth/joinOrganisation": stranger,
  "auth/keepChallenge": part,
  "auth/keepSecretKeyMark": installation,
  "auth/lookUpSecret": part,
  "auth/makeCalendarAddress": ownAsMember,
  "auth/makeFeedAddress": ownAsMember,
  "auth/makeToken": own,
  "auth/namePasskey": own,
  "auth/recordRefusedSignIn": part,
  "auth/removePasskey": own,
  "auth/removePassword": own,
  "auth/renewRecoveryCodes": own,
  "auth/replaceSecretKeyMark": installation,
  "auth/revokeCalendarAddress": ownAsMember,
  "auth/revokeEveryToken": own,
  "auth/revokeFeedAddress": ownAsMember,
  "auth/revokeToken": own,
  "auth/setPassword": own,
  "auth/signInWithPasskey": stranger,
  "auth/rotateMasterKey": installation,
  "auth/settleMasterKey": installation,
  "auth/signInWithPassword": stranger,
  "auth/signInWithRecoveryCode": stranger,
  "auth/startSession": "the demo's door; sign-in by its own acts",
  "auth/sweepSignIn": clock,
  "auth/takeAttempt": part,
  "auth/takeChallenge": part,
  "audit/signCheckpoint": clock,
  "digests/clearLocalMail": "whoever looks at the demo's mailbox; there is none elsewhere",
  "commitments/remindOfCommitments": clock,
  "digests/deliverNotices": clock,
  "digests/deliverTogether": part,
  "digests/forgetDigests": clock,
  "digests/forgetNews": clock,
  "digests/makeDigests": clock,
  "digests/noteMailEvent": "the mail service, by its signature",
  "digests/postBatchLocally": part,
  "digests/postLocally": part,
  "digests/sendDigests": clock,
  "digests/settleLetters": part,
  "digests/stopMail": "whoever holds the address in a mail; it opens nothing",
  "digests/takeLetters": part,
  "digests/takeTurn": part,
  "digests/tellNews": clock,
  "drafts/publishDue": clock,
  "machine/noteJobTurn": clock,
  "machine/noteProcess": clock,
  "minutes/commentOnMinutes": atTable,
  "minutes/takeMinutes": atTable,
  "minutes/takeRecord": atTable,
  "notices/forgetNotices": clock,
  "proposals/arriveProposals": clock,
  "releases/closeDueRounds": clock,
  "releases/closeRound": part,
  "requests/answerOnce": part,
  "requests/forgetAnswers": clock,
  "rounds/remindOfRounds": clock,
  "roundtables/remindOfRoundtables": clock,
  "screening/stopIdentifiers": part,
  "screening/withoutStopped": part,
  "summaries/showSummaries": clock,
  "vaults/keepRoundtableTimes": clock,
  "vaults/purgeRoundtables": clock,
  "vaults/sayHold": part,

  "vetting/foundOrganisation": installation,
  "vetting/keepVettingTimes": clock,
};

/** How a read is called; whatever else takes a database changes something. */
const reads =
  /^(list|find|count|read|search|preview|similar|names|verify|is|are|create)(?![a-z])|^proposeNumbers$/;

/** Every exported function of `app/domain` that takes a database and is no read: `drafts/clearDraft`. */
export function actsWrittenIn(root: string): string[] {
  const folder = join(root, "app/domain");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".server.ts") && name.includes("/"))
    .flatMap((name) => actsIn(name.split("/")[0] ?? "", readFileSync(join(folder, name), "utf8")));
}

export function actsIn(room: string, text: string): string[] {
  const file = ts.createSourceFile("act.ts", text, ts.ScriptTarget.Latest, true);
  const takesDatabase = (made: ts.SignatureDeclaration) =>
    /^(Db|Connection)$/.test(made.parameters[0]?.type?.getText(file) ?? "");
  return file.statements
    .filter((one) => ts.canHaveModifiers(one) && isExported(one))
    .flatMap((one) => {
      if (ts.isFunctionDeclaration(one)) return takesDatabase(one) ? [one.name?.text ?? ""] : [];
      const named = ts.isVariableStatement(one) ? one.declarationList.declarations : [];
      return named
        .filter(
          ({ initializer }) => initializer && ts.isArrowFunction(initializer) && takesDatabase(initializer),
        )
        .map(({ name }) => name.getText(file));
    })
    .filter((name) => !reads.test(name))
    .map((name) => `${room}/${name}`);
}

const isExported = (node: ts.HasModifiers) =>
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
