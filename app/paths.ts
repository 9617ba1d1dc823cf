import type { Language } from "~/domain/advisories/advisory.form";

type Query = Record<string, string | number | readonly string[] | null | undefined>;

const part = (value: string | number) => encodeURIComponent(value);

function withQuery(path: string, query: Query) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== "") search.append(name, String(one));
    }
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

const advisory = (lang: Language, number: string) => `/${lang}/advisories/${part(number)}`;
const organisation = (lang: Language, id: string) => `/${lang}/organisations/${part(id)}`;
const draft = (lang: Language, id: string) => `/${lang}/desk/${part(id)}`;

const question = (lang: Language, id: string) => `/${lang}/questions/${part(id)}`;
const answerAnchor = (answerId: string) => `answer-${answerId}`;
const round = (lang: Language, id: string) => `/${lang}/rounds/${part(id)}`;
const roundtable = (lang: Language, id: string) => `/${lang}/roundtables/${part(id)}`;
const room = (lang: Language, id: string, query: Query = {}) =>
  withQuery(`${roundtable(lang, id)}/room`, query);
const release = (lang: Language, roundId: string) => `/${lang}/releases/${part(roundId)}`;
const board = (lang: Language, number: string, query: Query = {}) =>
  withQuery(`/${lang}/adoption/${part(number)}`, query);

/** `RF-07`: where a red flag stands on its advisory's page. */
const redFlagAnchor = (n: number) => `RF-${String(n).padStart(2, "0")}`;

/** Every address of the application. */
export const paths = {
  root: () => "/",
  /** The same page in the other language; home where the address has no language. */
  inLanguage: (lang: Language, pathname: string, search = "") =>
    /^\/(es|en)(?=\/|$)/.test(pathname) ? `/${lang}${pathname.slice(3)}${search}` : `/${lang}`,
  home: (lang: Language) => `/${lang}`,
  signIn: (lang: Language, next?: string) => withQuery(`/${lang}/sign-in`, { next }),
  signOut: (lang: Language) => `/${lang}/sign-out`,
  signInChallenge: (lang: Language) => `/${lang}/sign-in/challenge`,
  recovery: (lang: Language, next?: string) => withQuery(`/${lang}/sign-in/recovery`, { next }),
  confirmChallenge: (lang: Language) => `/${lang}/confirm/challenge`,
  confirm: (lang: Language, next?: string) => withQuery(`/${lang}/confirm`, { next }),
  today: (lang: Language) => `/${lang}/today`,

  invitation: (lang: Language, token: string) => `/${lang}/invitations/${part(token)}`,
  invitationChallenge: (lang: Language, token: string) => `/${lang}/invitations/${part(token)}/challenge`,
  me: (lang: Language) => `/${lang}/me`,
  mySignIn: (lang: Language) => `/${lang}/me/sign-in`,
  newPasskey: (lang: Language) => `/${lang}/me/passkeys/new`,
  passkeyChallenge: (lang: Language) => `/${lang}/me/passkeys/challenge`,
  passkey: (lang: Language, id: string, act: "removal" | "name") => `/${lang}/me/passkeys/${part(id)}/${act}`,
  myPassword: (lang: Language) => `/${lang}/me/password`,
  passwordRemoval: (lang: Language) => `/${lang}/me/password/removal`,
  myRecoveryCodes: (lang: Language) => `/${lang}/me/recovery-codes`,
  sessionsEnd: (lang: Language) => `/${lang}/me/sessions/end`,
  sessionEnd: (lang: Language, id: string) => `/${lang}/me/sessions/${part(id)}/end`,
  tokensRevocation: (lang: Language) => `/${lang}/me/tokens/revocation`,
  tokenRevocation: (lang: Language, id: string) => `/${lang}/me/tokens/${part(id)}/revocation`,
  mySessions: (lang: Language) => `/${lang}/me/sessions`,
  myTokens: (lang: Language) => `/${lang}/me/tokens`,
  myCalendar: (lang: Language) => `/${lang}/me/calendar`,
  calendarRevocation: (lang: Language, id: string) => `/${lang}/me/calendar/${part(id)}/revocation`,
  calendar: (token: string) => `/calendar/${part(token)}.ics`,
  myFeeds: (lang: Language) => `/${lang}/me/feeds`,
  feedRevocation: (lang: Language, id: string) => `/${lang}/me/feeds/${part(id)}/revocation`,
  /** What is new for whoever this address was made for. */
  ownFeed: (token: string) => `/feeds/${part(token)}.atom`,
  /** What is new for whoever asks. */
  feed: (lang: Language) => `/${lang}/feed.atom`,
  /** Where the form of one's own page is sent. */
  meForm: (lang: Language) => `/${lang}/me?index`,
  mySaved: (lang: Language, part: "profile") => `/${lang}/me?saved=${part}#${part}`,
  myDeparture: (lang: Language) => `/${lang}/me/departure`,
  myNotices: (lang: Language) => `/${lang}/me/notices`,
  myNoticesSaved: (lang: Language) => `/${lang}/me/notices?saved=1`,
  /** Stops a kind of mail without signing in (RFC 8058); opening it changes nothing. */
  unsubscribe: (token: string) => `/unsubscribe/${part(token)}`,
  people: (lang: Language) => `/${lang}/people`,
  personRoles: (lang: Language, id: string) => `/${lang}/people/${part(id)}/roles`,
  personDeparture: (lang: Language, id: string) => `/${lang}/people/${part(id)}/departure`,
  newInvitation: (lang: Language) => `/${lang}/people/invitation`,
  invitationAct: (lang: Language, id: string, act: "sending" | "withdrawal") =>
    `/${lang}/people/invitations/${part(id)}/${act}`,
  operations: (lang: Language) => `/${lang}/operations`,
  mailOperations: (lang: Language) => `/${lang}/operations/mail`,
  digestRunAct: (lang: Language, localDate: string, act: "pause" | "resumption" | "cancellation") =>
    `/${lang}/operations/digests/${part(localDate)}/${act}`,
  deadLetterAct: (lang: Language, id: string, act: "sending" | "setting-aside") =>
    `/${lang}/operations/letters/${part(id)}/${act}`,
  audit: (lang: Language, query: Query = {}) => withQuery(`/${lang}/audit`, query),
  application: (lang: Language) => `/${lang}/application`,
  organisations: (lang: Language, query: Query = {}) => withQuery(`/${lang}/organisations`, query),
  organisationInvitation: (lang: Language) => `/${lang}/organisations/new`,
  vettingPeriod: (lang: Language) => `/${lang}/organisations/settings`,
  organisation,
  organisationAct: (lang: Language, id: string, act: "approval" | "refusal" | "measures" | "invitation") =>
    `${organisation(lang, id)}/${act}`,
  organisationInvitationAct: (lang: Language, id: string, act: "sending" | "withdrawal") =>
    `${organisation(lang, id)}/invitation/${act}`,
  measureAct: (lang: Language, id: string, measureId: string, act: "confirmation" | "withdrawal") =>
    `${organisation(lang, id)}/measures/${part(measureId)}/${act}`,

  advisories: (lang: Language, query: Query = {}) => withQuery(`/${lang}/advisories`, query),
  search: (lang: Language, q: string) => withQuery(`/${lang}/advisories`, { q }),
  advisory,
  version: (lang: Language, number: string, n: number) => `${advisory(lang, number)}/versions/${n}`,
  changes: (lang: Language, number: string, from: number, to: number) =>
    `${advisory(lang, number)}/changes/${from}...${to}`,
  redFlagAnchor,
  redFlag: (lang: Language, number: string, n: number) => `${advisory(lang, number)}#${redFlagAnchor(n)}`,
  redFlagHistory: (lang: Language, number: string, n: number) => `${advisory(lang, number)}/red-flags/${n}`,
  attachment: (number: string, n: number, name: string) =>
    `/advisories/${part(number)}/versions/${n}/attachments/${part(name)}`,
  json: (number: string) => `/advisories/${part(number)}.json`,
  stix: (number: string) => `/advisories/${part(number)}.stix.json`,
  csv: (number: string) => `/advisories/${part(number)}.csv`,
  pdf: (number: string, lang: Language) => `/advisories/${part(number)}.${lang}.pdf`,

  boards: (lang: Language) => `/${lang}/adoption`,
  myRedFlags: (lang: Language) => `/${lang}/adoption/mine`,
  board,
  boardAcknowledgement: (lang: Language, number: string) => `${board(lang, number)}/acknowledgement`,
  boardChanges: (lang: Language, number: string) => `${board(lang, number)}/changes`,
  boardUndoing: (lang: Language, number: string, batchId: string) =>
    `${board(lang, number)}/changes/${part(batchId)}/undoing`,
  /** Where a red flag stands on the board, by its public id. */
  boardAnchor: (publicId: string) => publicId.replace("#", "-"),
  boardCsv: (lang: Language, number: string) => `${board(lang, number)}/red-flags.csv`,
  /** By the red flag's public id. */
  boardItem: (lang: Language, number: string, publicId: string) =>
    `${board(lang, number)}/red-flags/${part(publicId)}`,

  rounds: (lang: Language) => `/${lang}/rounds`,
  newRound: (lang: Language) => `/${lang}/rounds/new`,
  round,
  roundSaved: (lang: Language, id: string) => `${round(lang, id)}?saved`,
  /** The sheet at one red flag, by its row; 0: at what is asked of the round as a whole. */
  roundSheet: (lang: Language, id: string, flag: number, query: Query = {}) =>
    withQuery(round(lang, id), { flag: String(flag), ...query }),
  roundAct: (
    lang: Language,
    id: string,
    act:
      | "opening"
      | "extension"
      | "calling-off"
      | "answers"
      | "signature"
      | "changes"
      | "presence"
      | "events"
      | "standing",
  ) => `${round(lang, id)}/${act}`,

  roundtables: (lang: Language) => `/${lang}/roundtables`,
  newRoundtable: (lang: Language) => `/${lang}/roundtables/new`,
  roundtable,
  /** Where a part of its page stands. */
  roundtablePart: (lang: Language, id: string, anchor: string) => `${roundtable(lang, id)}#${anchor}`,
  roundtableAct: (
    lang: Language,
    id: string,
    act:
      | "agenda"
      | "clearances"
      | "parts"
      | "invitations"
      | "convening"
      | "time"
      | "cancellation"
      | "seats"
      | "answer"
      | "ending"
      | "closing"
      | "hold"
      | "lifting"
      | "notes"
      | "showing"
      | "comments"
      | "approval"
      | "commitments"
      | "copy",
  ) => `${roundtable(lang, id)}/${act}`,
  /** The session itself, to whoever entered it; `item` of its agenda is counted from 0, as everywhere. */
  room,
  /** Where a part of an item's page stands. */
  roomPart: (lang: Language, id: string, item: number, anchor: string) =>
    `${room(lang, id, { item: String(item) })}#${anchor}`,
  /** Where a contribution stands on its item's page. */
  saidAnchor: (contributionId: string) => `said-${contributionId}`,
  /** Where a part of the floor stands: its hands, its questions, its polls. */
  roomFloor: (lang: Language, id: string, anchor = "room-floor") => `${room(lang, id)}#${anchor}`,
  roomTerms: (lang: Language, id: string) => `${roundtable(lang, id)}/terms`,
  newTerms: (lang: Language, id: string) => `${roundtable(lang, id)}/terms/new`,
  roomAct: (
    lang: Language,
    id: string,
    act:
      | "acceptance"
      | "contributions"
      | "events"
      | "presence"
      | "opening"
      | "floor"
      | "closings"
      | "stops"
      | "resumptions"
      | "hands"
      | "polls"
      | "files"
      | "materials"
      | "questions",
  ) => `${roundtable(lang, id)}/${act}`,
  /** A copy of a file that was shown, or sent ahead. */
  roomCopy: (lang: Language, id: string, what: "files" | "materials", which: string) =>
    `${roundtable(lang, id)}/${what}/${part(which)}/copy`,
  materialWithdrawal: (lang: Language, id: string, which: string) =>
    `${roundtable(lang, id)}/materials/${part(which)}/withdrawal`,
  /** An act on one thing of the room: what was said, a hand, a poll. */
  roomTaking: (
    lang: Language,
    id: string,
    what: "contributions" | "hands" | "polls",
    which: string,
    act:
      | "hiding"
      | "translation"
      | "machine-translation"
      | "vote"
      | "settlement"
      | "call"
      | "withdrawal"
      | "ballots"
      | "closing",
  ) => `${roundtable(lang, id)}/${what}/${part(which)}/${act}`,
  commitments: (lang: Language) => `/${lang}/commitments`,
  commitmentSettlement: (lang: Language, id: string) => `/${lang}/commitments/${part(id)}/settlement`,
  roundtableSummary: (lang: Language, id: string) => `${roundtable(lang, id)}/summary`,
  roundtableSummaryAct: (
    lang: Language,
    id: string,
    act: "text" | "approval" | "publication" | "withdrawal",
  ) => `${roundtable(lang, id)}/summary/${act}`,
  roundtableProposals: (lang: Language, id: string) => `${roundtable(lang, id)}/proposals`,
  roundtableRecordCopy: (lang: Language, id: string) => `${roundtable(lang, id)}/record/copy`,
  /** What is told of sessions to those who were not in them. */
  summaries: (lang: Language) => `/${lang}/summaries`,
  summary: (lang: Language, id: string) => `/${lang}/summaries/${part(id)}`,
  summaryWithdrawal: (lang: Language, id: string) => `/${lang}/summaries/${part(id)}/withdrawal`,
  deskProposals: (lang: Language) => `/${lang}/desk/proposals`,
  deskProposal: (lang: Language, id: string, act: "taking-up" | "declining") =>
    `/${lang}/desk/proposals/${part(id)}/${act}`,
  roundtableMinutes: (lang: Language, id: string) => `${roundtable(lang, id)}/minutes`,
  roundtableRecord: (lang: Language, id: string) => `${roundtable(lang, id)}/record`,
  /** Taking back: a part, a seat, or an institution's invitation. */
  roundtableTaking: (lang: Language, id: string, what: "parts" | "invitations" | "seats", which: string) =>
    `${roundtable(lang, id)}/${what}/${part(which)}/withdrawal`,

  roundPoints: (lang: Language, id: string, query: Query = {}) =>
    withQuery(`${round(lang, id)}/points`, query),
  /** Where a group of points stands on the desk: `row-1`, `row-0` for the round as a whole. */
  pointsAnchor: (row: number) => `row-${row}`,
  pointsSorting: (lang: Language, id: string) => `${round(lang, id)}/sorting`,
  roundThemes: (lang: Language, id: string) => `${round(lang, id)}/themes`,
  themeName: (lang: Language, id: string, themeId: string) =>
    `${round(lang, id)}/themes/${part(themeId)}/name`,
  /** `place`: `row-1`, or a theme's id. */
  roundReply: (lang: Language, id: string, place: string) => `${round(lang, id)}/replies/${part(place)}`,
  /** Where a reply that is being written saves itself. */
  replyChanges: (lang: Language, id: string, place: string) =>
    `${round(lang, id)}/replies/${part(place)}/changes`,
  replyRelease: (lang: Language, id: string, place: string) =>
    `${round(lang, id)}/replies/${part(place)}/release`,
  /** What an authority replied, to those who were asked. */
  roundOutcomes: (lang: Language, id: string) => `${round(lang, id)}/outcomes`,
  /** Opens with the secret of a receipt, signed in or not. The number of a round is no secret. */
  receipts: (lang: Language, roundId?: string) => withQuery(`/${lang}/receipts`, { round: roundId }),
  releases: (lang: Language, query: Query = {}) => withQuery(`/${lang}/releases`, query),
  /** What moved more than chance from one release to the next; for authorities. */
  signals: (lang: Language) => `/${lang}/releases/signals`,
  release,
  releaseView: (lang: Language, roundId: string, query: Query) =>
    `${withQuery(release(lang, roundId), query)}#red-flags`,
  /** By the red flag's public id. */
  releaseFlag: (lang: Language, roundId: string, publicId: string) =>
    `${release(lang, roundId)}/red-flags/${part(publicId)}`,
  releaseCsv: (roundId: string) => `/releases/${part(roundId)}.csv`,
  questions: (lang: Language, query: Query = {}) => withQuery(`/${lang}/questions`, query),
  newQuestion: (lang: Language, advisoryNumber: string, redFlag?: string) =>
    withQuery(`/${lang}/questions/new`, { advisory: advisoryNumber, redFlag }),
  question,
  questionSaved: (lang: Language, id: string) => `${question(lang, id)}?saved`,
  questionAct: (
    lang: Language,
    id: string,
    act: "assignment" | "changes" | "release" | "withdrawal" | "answer-withdrawal",
  ) => `${question(lang, id)}/${act}`,
  /** Where a published answer stands on its advisory's page. */
  answerAnchor,
  publishedAnswer: (lang: Language, number: string, answerId: string) =>
    `${advisory(lang, number)}#${answerAnchor(answerId)}`,

  typologies: (lang: Language) => `/${lang}/typologies`,
  typology: (lang: Language, code: string) => `/${lang}/typologies/${part(code)}`,

  /** The framework's own page of a technique. */
  amltrixTechnique: (id: string) => `https://framework.amltrix.com/techniques/${part(id)}`,

  desk: (lang: Language) => `/${lang}/desk`,
  newDraft: (lang: Language) => `/${lang}/desk/new`,
  deskNumbering: (lang: Language, { saved = false } = {}) =>
    withQuery(`/${lang}/desk/settings/numbering`, saved ? { saved: "1" } : {}),
  deskSettings: (lang: Language) => `/${lang}/desk/settings`,
  deskTypologies: (lang: Language) => `/${lang}/desk/typologies`,
  newTypology: (lang: Language) => `/${lang}/desk/typologies/new`,
  deskTypology: (lang: Language, code: string) => `/${lang}/desk/typologies/${part(code)}`,
  deskMarkdown: (lang: Language) => `/${lang}/desk/markdown`,
  deskTechniques: (lang: Language, q: string) => withQuery(`/${lang}/desk/techniques`, { q }),
  deskAdvisory: (lang: Language, number: string, name: "amendment" | "supersession" | "withdrawal") =>
    `/${lang}/desk/advisories/${part(number)}/${name}`,
  draft,
  draftPart: (
    lang: Language,
    id: string,
    name:
      | "changes"
      | "edits"
      | "presence"
      | "events"
      | "similar"
      | "red-flags"
      | "number"
      | "clearances"
      | "comments"
      | "attachments"
      | "preview"
      | "comparison"
      | "publication"
      | "embargo"
      | "discard"
      | "feedback",
    query: Query = {},
  ) => withQuery(`${draft(lang, id)}/${name}`, query),
  /** The draft again, with these red flags open, at the item that was changed. */
  draftAfterEdits: (lang: Language, id: string, open: string[], place: string) => {
    const query = new URLSearchParams(open.map((one) => ["open", one]));
    return `${draft(lang, id)}${open.length > 0 ? `?${query}` : ""}${place ? `#item-${place}` : ""}`;
  },
  draftAttachment: (lang: Language, id: string, attachmentId: string) =>
    `${draft(lang, id)}/attachments/${part(attachmentId)}`,
  clearanceRetraction: (lang: Language, id: string, clearanceId: string) =>
    `${draft(lang, id)}/clearances/${part(clearanceId)}/retraction`,
  commentResolution: (lang: Language, id: string, commentId: string) =>
    `${draft(lang, id)}/comments/${part(commentId)}/resolution`,
  embargoCancellation: (lang: Language, id: string) => `${draft(lang, id)}/embargo/cancellation`,

  api: (path: `/${string}`) => `/api/v1${path}`,
  apiDocument: () => "/api/v1/openapi.json",

  demo: (next?: string) => withQuery("/demo", { next }),
  demoSession: () => "/demo/session",
  demoToken: () => "/demo/token",
  demoMailbox: () => "/demo/mailbox",
  demoMailboxJson: () => "/demo/mailbox.json",
  demoMail: (id: string) => `/demo/mailbox/${part(id)}`,
  demoMailPage: (id: string) => `/demo/mailbox/${part(id)}/page`,
  demoMailAttachment: (id: string, name: string) => `/demo/mailbox/${part(id)}/attachments/${part(name)}`,
  sitemap: () => "/sitemap.xml",
  /** Whether this process and its database answer. */
  readiness: () => "/readyz",
};

/** `address` when it leads to a page of ours, else nothing: a sign-in form never sends people elsewhere. */
export function ownAddress(address: string | null | undefined): string | undefined {
  if (!address || !/^\/(?![/\\])/.test(address)) return undefined;
  // A tab or a line break between two slashes is dropped by browsers, which would then leave the site.
  return [...address].every((sign) => sign.charCodeAt(0) > 32 && sign !== "\\") ? address : undefined;
}
