import { anAgenda, aPlace, someTimes } from "./roundtables";

const nowhere = "6f1c2a34-0000-4000-8000-00000000ffff";

const one = { es: "Uno", en: "One" };
const reason = { es: "No.", en: "No." };
const nothing = { es: "", en: "" };
const aTold = {
  title: one,
  body: one,
  tlp: "CLEAR",
  period: "month",
  issuers: [nowhere],
  audience: { jurisdictions: [], sectors: [], organisations: [] },
};

/** What fits each operation in a session that takes one. */
const bodies: Record<string, unknown> = {
  changeAgenda: { ...anAgenda(), revision: 2 },
  clearAgenda: { kind: "legal", revision: 2 },
  givePart: { memberId: nowhere, part: "clearer" },
  inviteToRoundtable: { organisationId: nowhere, seats: 2 },
  conveneRoundtable: { revision: 2 },
  moveRoundtable: { times: someTimes, place: aPlace, sequence: 1 },
  cancelRoundtable: { reason },
  nameAttendee: { memberId: nowhere },
  answerSeat: { answer: "coming" },
  writeMinutes: { notes: { summary: { es: "Uno", en: "One" }, items: [] }, revision: 0 },
  submitMinutes: { revision: 1, days: 10 },
  commentOnMinutes: { item: null, words: "No." },
  approveMinutes: { revision: 1 },
  makeCommitment: { what: { es: "Uno", en: "One" }, organisationId: nowhere, due: "2027-06-01" },
  changeTerms: { words: { es: "Otras.", en: "Others." }, version: 1 },
  acceptTerms: { version: 1, language: "es" },
  sayInRoom: { item: 0, mode: "unattributed", text: "Hola.", language: "es" },
  hideContribution: { reason: "off-agenda" },
  translateContribution: { text: "Hi." },
  voteForQuestion: { wanted: true },
  settleQuestion: { settlement: "answered" },
  takeUpItem: { item: 0 },
  closeItem: { item: 0 },
  stopTalk: { item: 0, reason: "prices" },
  resumeTalk: { item: 0 },
  openPoll: { item: 0, kind: "scale", words: { question: { es: "¿Sí?", en: "Yes?" } } },
  castBallot: { choices: [0] },
  writeSummary: { summary: aTold, revision: 0 },
  approveSummary: { revision: 1 },
  publishSummary: { revision: 1 },
  withdrawOwnSummary: { reason },
  proposeFromRoom: {
    proposal: { kind: "red-flag", name: nothing, words: one, reason: nothing, concerns: "" },
  },
  placeHold: { reason: "No." },
  liftHold: { reason: "No." },
};

/** Of those that take a file the query. */
const files: Record<string, string> = {
  showInRoom: "?item=0&mode=unattributed&name=a.txt",
  addMaterial: "?name=a.txt",
};

/** An agenda and a time that could be kept. */
const form = {
  titleEs: "Uno",
  titleEn: "One",
  purposeEs: "Hablar.",
  purposeEn: "To talk.",
  "item.0.titleEs": "Uno",
  "item.0.titleEn": "One",
  tlp: "RED",
  revision: "2",
  sequence: "1",
  form: "in-person",
  where: "Plaza 1",
  ...someTimes,
  reasonEs: "No.",
  reasonEn: "No.",
};

/** Fields of every form of a session's pages. */
const fields = {
  kind: "legal",
  seats: "2",
  organisationId: nowhere,
  memberId: nowhere,
  answer: "coming",
  person: `${nowhere} chair`,
  reason: "No.",
  days: "10",
  due: "2027-06-01",
  words: "No.",
  text: "Hola.",
  item: "0",
  mode: "unattributed",
  language: "es",
  wanted: "1",
  settlement: "answered",
  version: "1",
  issuers: nowhere,
  period: "month",
  wordsEs: "Uno",
  wordsEn: "One",
  bodyEs: "Uno",
  bodyEn: "One",
};

/** Requests that would do something to whoever is in the session. */
export const roomRequests = { bodies, files, form: { ...fields, ...form } };
