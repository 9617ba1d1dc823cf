import type { Mail } from "~/domain/digests/mail";
import type { DigestLetter } from "~/domain/digests/send-digests.server";
import type { NoticeAbout, NoticeKind, TakenNotice } from "~/domain/notices/notice";
import { composeMail } from "../../emails/compose-mail";
import { digestComposer } from "../../emails/digests/compose-digest";

const id = "0b8f6f0e-3f0e-4a53-9b8e-2b7a7f6f6f6f";
const about: { [Kind in NoticeKind]: NoticeAbout[Kind] } = {
  "member-invited": { invitationId: id, generation: 1 },
  "organisation-invited": { invitationId: id, generation: 1 },
  "founder-invited": { invitationId: id, generation: 1 },
  "invitation-accepted": { invitationId: id },
  "roles-changed": { by: id },
  "member-left": { organisationId: id },
  "sign-in-changed": { change: "passkey-added", tokens: 2 },
  "device-seen": { device: "Firefox, Linux" },
  "token-issued": { expiresAt: "2027-02-01T12:00:00.000Z" },
  "calendar-address-made": {},
  "feed-address-made": {},
  "organisation-applied": { organisationId: id },
  "organisation-vetted": { organisationId: id, until: "2027-11-20" },
  "organisation-refused": { organisationId: id },
  "vetting-ending": { organisationId: id, until: "2027-11-20" },
  "vetting-ended": { organisationId: id },
  "organisation-expired": { organisationId: id },
  "organisation-suspended": { organisationId: id },
  "organisation-reinstated": { organisationId: id },
  "organisation-revoked": { organisationId: id },
  "measure-proposed": { organisationId: id },
  "emergency-declared": { organisationId: id, until: "2026-11-21T12:00:00.000Z" },
  "emergency-lapsed": { organisationId: id },
  "question-asked": { questionId: "1" },
  "question-answered": { questionId: "1" },
  "red-flags-assigned": { redFlags: 3 },
  "red-flags-due": { redFlags: 1, until: "2026-11-25" },
  "round-opened": { organisationId: id, roundId: id, closesAt: "2026-12-05T05:59:00.000Z" },
  "round-closing": { organisationId: id, roundId: id, closesAt: "2026-12-05T05:59:00.000Z" },
  "round-extended": { organisationId: id, roundId: id, closesAt: "2026-12-05T05:59:00.000Z" },
  "round-called-off": { organisationId: id, roundId: id, closesAt: "2026-12-05T05:59:00.000Z" },
  "release-published": { organisationId: id, roundId: id },
  "statistics-published": { organisationId: id, roundId: id },
  "reply-published": { organisationId: id, roundId: id },
  "confidential-news": { roundtableId: id },
  "confidential-date": { roundtableId: id },
  "confidential-due": { roundtableId: id },
  "advisory-published": { newsId: id },
  "advisory-amended": { newsId: id },
  "advisory-withdrawn": { newsId: id },
  "red-flags-changed": { newsId: id },
  "translation-stale": { newsId: id },
  "answer-published": { newsId: id },
};
export const kinds = Object.keys(about) as NoticeKind[];
const organisation = { shortName: "BDB", es: "Banco del Bravo", en: "Bravo Bank" };

/** A notice of this kind as it is taken to be sent, with a name that is awkward to write. */
export const taken = (
  kind: NoticeKind,
  language: "es" | "en",
  name: string | null = "Íñigo & Sons <b>",
): TakenNotice => ({
  id,
  kind,
  about: { ...about[kind] },
  attempts: 1,
  queuedAt: "2026-11-20T12:00:00.000Z",
  recipient: { email: "a@b.mx", name, language, timeZone: "America/Tijuana" },
  facts: {
    invitation: {
      state: "open",
      generation: 1,
      email: "a@b.mx",
      name,
      expiresAt: "2026-11-28T02:00:00.000Z",
      invitedBy: "Ana\nPérez",
      inviting: "CNBV",
      acceptedBy: "Luis Gómez",
      organisation,
    },
    organisation,
    concerned: true,
    date: {
      roundtableId: id,
      startsAt: "2027-01-20T16:00:00.000Z",
      endsAt: "2027-01-20T18:00:00.000Z",
      changedAt: "2026-11-20T12:00:00.000Z",
      isOn: true,
      told: true,
    },
    owes: true,
    by: "Ana Pérez",
    round: {
      open: true,
      closesAt: "2026-12-05T05:59:00.000Z",
      asked: true,
      signed: false,
      reads: true,
    },
    news: {
      advisoryId: id,
      number: "FIN-2026-A001",
      tlp: "AMBER",
      version: 2,
      status: "published",
      title: { es: "Empresas fachada", en: "Shell companies" },
      language: null,
      issuers: ["FinCEN"],
      flags: ["FIN-2026-A001#RF-01"],
    },
  },
});

export const address = {
  origin: "https://ribera.example",
  organiser: "ribera@ribera.example",
  tokenOf: () => "TOKEN",
  unsubscribeToken: () => "STOP",
};
export const compose = (notice: TakenNotice) => composeMail(notice, address);

/** As long as they are: an address in a mail is its longest word. */
const whole = {
  ...address,
  tokenOf: () => "kQ7w".repeat(11),
  unsubscribeToken: () => `${"kQ7w".repeat(16)}.${"Zm9v".repeat(11)}`,
};

type Language = "es" | "en";

/** A digest with everything that one can hold. */
export const aDigest = (language: Language): DigestLetter => ({
  id,
  localDate: "2026-11-23",
  weekly: true,
  recipient: {
    memberId: id,
    email: "a@b.mx",
    name: "Íñigo & Sons <b>",
    language,
    timeZone: "America/Tijuana",
  },
  entries: (["CLEAR", "GREEN", "AMBER", "AMBER+STRICT"] as const).map((tlp, i) => ({
    about: {
      advisoryId: id,
      number: `CNBV-2026-AV-00${i + 1}`,
      tlp,
      version: 2,
      status: i === 1 ? "withdrawn" : "published",
      title: {
        es:
          i === 0
            ? null
            : "Operaciones con recursos de procedencia ilícita en el comercio exterior <de> precursores & combustibles",
        en: "Trade-based laundering <of> proceeds from precursors & fuels",
      },
      language: "es",
      issuers: ["CNBV", "UIF", "FinCEN"],
    },
    changes: i === 1 ? ["withdrawn"] : ["amended", "red-flags", "translation", "answer"],
    flags: Array.from({ length: 9 }, (_, n) => `CNBV-2026-AV-00${i + 1}#RF-0${n + 1}`),
    answers: 2,
  })),
  notices: [taken("question-answered", language), taken("round-closing", language)],
});

/** Every kind of mail there is in this language, by its name. */
export async function everyMail(language: Language): Promise<[string, Mail][]> {
  const letters = await Promise.all(
    kinds.map(async (kind): Promise<[string, Mail]> => {
      const notice = taken(kind, language);
      const recipient = { ...notice.recipient, memberId: id };
      return [kind, await composeMail({ ...notice, recipient }, whole)];
    }),
  );
  const composer = digestComposer(whole);
  const quiet = { ...aDigest(language), id: "quiet", weekly: true, entries: [], notices: [] };
  return [...letters, ["digest", await composer(aDigest(language))], ["quiet digest", await composer(quiet)]];
}
