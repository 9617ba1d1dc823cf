import * as adoption from "~/domain/adoption/adoption.policy";
import * as advisory from "~/domain/advisories/advisory.policy";
import * as sheet from "~/domain/answers/sheet.policy";
import * as audit from "~/domain/audit/audit.policy";
import * as commitment from "~/domain/commitments/commitment.policy";
import * as draft from "~/domain/drafts/draft.policy";
import * as invitation from "~/domain/invitations/invitation.policy";
import * as machine from "~/domain/machine/machine.policy";
import { anonymous, type Member, type OrganisationKind, type Role } from "~/domain/members/viewer";
import * as minutes from "~/domain/minutes/minutes.policy";
import * as organisation from "~/domain/organisations/organisation.policy";
import * as people from "~/domain/people/people.policy";
import * as proposal from "~/domain/proposals/proposal.policy";
import * as question from "~/domain/questions/question.policy";
import * as reply from "~/domain/replies/reply.policy";
import * as round from "~/domain/rounds/round.policy";
import type { RoundtablePart } from "~/domain/roundtables/roundtable";
import * as roundtable from "~/domain/roundtables/roundtable.policy";
import * as screening from "~/domain/screening/screening.policy";
import * as summary from "~/domain/summaries/summary.policy";
import * as vault from "~/domain/vaults/vault.policy";
import * as vetting from "~/domain/vetting/vetting.policy";
import { actsOfNoRole, sentenceOfAct } from "./acts";

type Column = { kind: OrganisationKind; role: Role; language: "es" | "en" | "" };
type Whose = "own" | "other";
type Sentence = (viewer: Member, whose: Whose) => boolean;

const plain = (kind: OrganisationKind, ...roles: Role[]): Column[] =>
  roles.map((role) => ({ kind, role, language: "" }));

/** Everyone that there is: a role in an organisation that gives it. */
export const columns: Column[] = [
  ...plain("authority", "analyst", "legal"),
  { kind: "authority", role: "translator", language: "es" },
  { kind: "authority", role: "translator", language: "en" },
  ...plain("authority", "approver", "publisher", "convener", "rapporteur", "officer", "administrator"),
  ...plain("institution", "compliance-officer", "analyst", "administrator"),
  ...plain("guild", "observer", "administrator"),
  ...plain("civil", "observer", "administrator"),
  ...plain("operator", "operator", "auditor", "administrator"),
];

export const nameOf = ({ role, language }: Column) => (language === "" ? role : `${role} (${language})`);

const own = "10000000-0000-4000-8000-000000000001";
const other = "20000000-0000-4000-8000-000000000002";
const me = "30000000-0000-4000-8000-000000000003";
const someone = "40000000-0000-4000-8000-000000000004";

const viewerOf = ({ kind, role, language }: Column): Member => ({
  memberId: me,
  name: "",
  language: "es",
  timeZone: "UTC",
  organisationId: own,
  organisation: "",
  organisationKind: kind,
  jurisdiction: "MX",
  sector: null,
  roles: [{ role, language }],
});

const of = (whose: Whose) => (whose === "own" ? own : other);
const led = (whose: Whose) => ({ leadOrganisationId: of(whose), authorities: [of(whose)] });
const partIn = (whose: Whose, part: RoundtablePart) => ({
  parts: [{ memberId: whose === "own" ? me : someone, part }],
});
const ofCountry = (whose: Whose) => ({ id: of(whose), jurisdiction: "MX", lone: false });

/** Each sentence, asked about what is one's own organisation's and about what is another's. */
export const sentences: Record<string, Record<string, Sentence>> = {
  adoption: { mayReadBoards: adoption.mayReadBoards, mayWorkOnBoards: adoption.mayWorkOnBoards },
  advisories: {
    mayDraft: advisory.mayDraft,
    mayImport: advisory.mayImport,
    mayEditDraft: (v, whose) => advisory.mayEditDraft(v, led(whose)),
    mayReadDraft: (v, whose) => advisory.mayReadDraft(v, led(whose)),
    mayComment: (v, whose) => advisory.mayComment(v, led(whose)),
    mayPublish: (v, whose) => advisory.mayPublish(v, led(whose)),
    mayWithdraw: (v, whose) => advisory.mayWithdraw(v, led(whose)),
    mayAmend: (v, whose) => advisory.mayAmend(v, led(whose)),
    mayKeepTypologies: advisory.mayKeepTypologies,
    maySetNumberSeries: advisory.maySetNumberSeries,
  },
  answers: { mayFillSheet: sheet.mayFillSheet, maySignAnswers: sheet.maySignAnswers },
  audit: { mayReadAudit: audit.mayReadAudit },
  drafts: {
    mayDiscardDraft: (v, whose) => draft.mayDiscardDraft(v, { ...led(whose), openedBy: someone }),
    "mayClear legal": (v, whose) => draft.mayClear(v, led(whose), "legal"),
    "mayClear language-es": (v, whose) => draft.mayClear(v, led(whose), "language-es"),
    "mayClear language-en": (v, whose) => draft.mayClear(v, led(whose), "language-en"),
    "mayClear approval": (v, whose) => draft.mayClear(v, led(whose), "approval"),
    "mayTakeBack one's own clearance": (v) => draft.mayTakeBack(v, { memberId: me }),
    "mayTakeBack a colleague's clearance": (v) => draft.mayTakeBack(v, { memberId: someone }),
  },
  invitations: {
    mayInviteMembers: invitation.mayInviteMembers,
    "mayRunInvitation of a person": (v, whose) =>
      invitation.mayRunInvitation(v, { kind: "member", organisationId: of(whose), jurisdiction: "MX" }),
    "mayRunInvitation of an organisation of the own country": (v, whose) =>
      invitation.mayRunInvitation(v, { kind: "organisation", organisationId: of(whose), jurisdiction: "MX" }),
  },
  machine: { mayLookAfterMachine: machine.mayLookAfterMachine },
  organisations: { mayMakeException: organisation.mayMakeException },
  people: {
    mayManagePeople: people.mayManagePeople,
    mayKeepOwnPage: people.mayKeepOwnPage,
    "mayEndMembership of a colleague": (v) => people.mayEndMembership(v, someone),
    "mayEndMembership of oneself": (v) => people.mayEndMembership(v, me),
  },
  questions: {
    mayReadOwnQuestions: question.mayReadOwnQuestions,
    mayAsk: question.mayAsk,
    mayReadQueue: question.mayReadQueue,
    mayDraftAnswer: (v, whose) => question.mayDraftAnswer(v, led(whose)),
    maySpeak: (v, whose) => question.maySpeak(v, led(whose)),
  },
  replies: {
    mayReadPoints: (v, whose) => reply.mayReadPoints(v, { authorityId: of(whose) }),
    mayWriteReplies: (v, whose) => reply.mayWriteReplies(v, { authorityId: of(whose) }),
    "mayReleaseReply written by others": (v, whose) =>
      reply.mayReleaseReply(v, { authorityId: of(whose), writers: [someone] }),
    "mayReleaseReply with one's own hand in it": (v, whose) =>
      reply.mayReleaseReply(v, { authorityId: of(whose), writers: [someone, me] }),
  },
  rounds: {
    mayPlanRounds: round.mayPlanRounds,
    mayChangeRound: (v, whose) => round.mayChangeRound(v, { authorityId: of(whose) }),
    mayOpenRound: (v, whose) => round.mayOpenRound(v, { authorityId: of(whose) }),
  },
  // Of one's own: a room in which one has that part. Whose organisation convenes or is invited opens nothing by itself.
  roundtables: {
    mayProposeRoundtable: roundtable.mayProposeRoundtable,
    mayChair: (v, whose) => roundtable.mayChair(v, partIn(whose, "chair")),
    "mayClearAgenda legal": (v, whose) => roundtable.mayClearAgenda(v, partIn(whose, "clearer"), "legal"),
    "mayClearAgenda competition": (v, whose) =>
      roundtable.mayClearAgenda(v, partIn(whose, "clearer"), "competition"),
    mayNameAttendees: (v, whose) => roundtable.mayNameAttendees(v, { invited: [of(whose)] }),
    mayTakePart: (v, whose) => roundtable.mayTakePart(v, { seated: whose === "own" }),
    mayAnswerSeat: (v, whose) => roundtable.mayAnswerSeat(v, { memberId: whose === "own" ? me : someone }),
  },
  screening: { mayReadScreenedCounts: screening.mayReadScreenedCounts },
  minutes: {
    "mayWriteMinutes as a chair": (v, whose) => minutes.mayWriteMinutes(v, partIn(whose, "chair")),
    mayWriteMinutes: (v, whose) => minutes.mayWriteMinutes(v, partIn(whose, "rapporteur")),
  },
  commitments: {
    maySettleCommitment: (v, whose) =>
      commitment.maySettleCommitment(v, { organisationId: of(whose), ...partIn(whose, "chair") }),
  },
  proposals: {
    mayPropose: proposal.mayPropose,
    maySettleProposal: (v, whose) => proposal.maySettleProposal(v, { authorityId: of(whose) }),
  },
  summaries: { mayWithdrawSummary: (v, whose) => summary.mayWithdrawSummary(v, { issuers: [of(whose)] }) },
  vaults: { mayHoldRecord: (v, whose) => vault.mayHoldRecord(v, partIn(whose, "clearer")) },
  vetting: {
    mayReadOrganisations: vetting.mayReadOrganisations,
    "mayReadVetting of the own country": (v, whose) => vetting.mayReadVetting(v, ofCountry(whose)),
    "mayReadVetting of another country": (v) => vetting.mayReadVetting(v, { jurisdiction: "US" }),
    mayInviteOrganisation: vetting.mayInviteOrganisation,
    mayVet: (v, whose) => vetting.mayVet(v, ofCountry(whose)),
    "mayVet the only authority of the country": (v, whose) =>
      vetting.mayVet(v, { ...ofCountry(whose), lone: true }),
    mayTakeMeasures: (v, whose) => vetting.mayTakeMeasures(v, ofCountry(whose)),
    maySetVettingPeriod: vetting.maySetVettingPeriod,
    mayApply: (v, whose) => vetting.mayApply(v, { id: of(whose) }),
  },
};

const cellOf = (sentence: Sentence, column: Column) => {
  const viewer = viewerOf(column);
  const [mine, theirs] = [sentence(viewer, "own"), sentence(viewer, "other")];
  if (mine && theirs) return "yes";
  return mine ? "own" : theirs ? "others" : "";
};

const kinds: OrganisationKind[] = ["authority", "institution", "guild", "civil", "operator"];

/** Every sentence by the name it has in the table: `vetting: mayVet`. */
const everySentence = Object.entries(sentences).flatMap(([room, all]) =>
  Object.entries(all).map(([name, sentence]) => ({ name: `${room}: ${name}`, sentence })),
);

/** Who is signed in while their organisation is not vetted is a stranger, except to these sentences. */
export const askedOfApplicants = ["vetting: mayApply"];

/** Whether somebody in that column may do what goes by this sentence, be it of their own organisation or of another. */
export const maySomewhere = (column: Column, name: string) =>
  everySentence.some((one) => one.name === name && cellOf(one.sentence, column) !== "");

function partOf(kind: OrganisationKind) {
  const heads = columns.filter((column) => column.kind === kind);
  const rows = everySentence
    .map(({ name, sentence }) => [name, ...heads.map((column) => cellOf(sentence, column))])
    .filter(([, ...cells]) => cells.some((cell) => cell !== ""));
  return [`## ${kind}`, "", ...tableOf([["sentence", ...heads.map(nameOf)], ...rows])].join("\n");
}

function strangers() {
  const known = everySentence.filter(({ name }) => askedOfApplicants.includes(name)).map(({ name }) => name);
  return [
    "## nobody, and who waits to be vetted",
    "",
    `No sentence is satisfied by who is not signed in. To a person whose organisation is not vetted, or no longer, the same is said, except that their administrator may ask for it (${known.map((name) => `\`${name}\``).join(", ")}). People of a suspended or revoked organisation are not signed in at all.`,
  ].join("\n");
}

const partOfActs = () =>
  [
    "## acts",
    "",
    "Every act of `app/domain` that somebody asks for, with the sentence that it goes by; `tests/roles.test.ts` tries each as everyone.",
    "",
    ...tableOf([["act", "sentence"], ...Object.entries(sentenceOfAct)]),
    "",
    "And what asks for no role:",
    "",
    ...tableOf([["act", "who, and why"], ...Object.entries(actsOfNoRole)]),
  ].join("\n");

/** docs/roles.md, from the sentences alone. */
export function roleTable(): string {
  return `${[
    "# Who may do what",
    "Made from the sentences of `app/domain/**/*.policy.ts` by `tests/roles.test.ts` (`UPDATE_ROLES=1 npx vitest run tests/roles.test.ts` writes it anew).",
    "_yes_: whoever's it is. _own_: only what is the own organisation's (a draft it issues). _others_: only what is another organisation's. Empty: never. A sentence that an organisation's people never satisfy is not in its table. The wall (`db/policies`) says the same again below the code; what a person is told about themselves needs no role.",
    ...kinds.map(partOf),
    strangers(),
    partOfActs(),
  ].join("\n\n")}\n`;
}

/** No sentence may be satisfied by nobody. */
export const satisfiedByNobody = () =>
  everySentence
    .filter(({ name }) => !askedOfApplicants.includes(name))
    // Each sentence takes any viewer; those that ask for a member are asked only once they are known to be one.
    .filter(({ sentence }) => sentence(anonymous as unknown as Member, "own"))
    .map(({ name }) => name);

/** A Markdown table as the formatter sets it. */
function tableOf(rows: string[][]) {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(3, ...rows.map((row) => (row[i] ?? "").length)));
  const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body.map(line)];
}
