import type { Language, Tlp } from "~/domain/advisories/advisory.form";

/** Told to whoever may read the thing: in a digest, or by `news_tell` to who wants it at once. */
export const newsKinds = [
  "advisory-published",
  "advisory-amended",
  "advisory-withdrawn",
  "red-flags-changed",
  "translation-stale",
  "answer-published",
] as const;
export type NewsKind = (typeof newsKinds)[number];

/** What each kind of notice is about: ids, dates, counts and words of ours. Never content, a link or a secret. */
export type NoticeAbout = {
  "member-invited": { invitationId: string; generation: number };
  "organisation-invited": { invitationId: string; generation: number };
  /** Whoever runs the installation founds an organisation: no member invites. */
  "founder-invited": { invitationId: string; generation: number };
  /** To whoever invited. */
  "invitation-accepted": { invitationId: string };
  "roles-changed": { by: string };
  /** To the address of whoever left: there is no member any more. */
  "member-left": { organisationId: string };
  /** `tokens`: how many of the member's go on working. */
  "sign-in-changed": { change: SignInChange; tokens: number };
  "device-seen": { device: string };
  "token-issued": { expiresAt: string };
  "calendar-address-made": Record<string, never>;
  "feed-address-made": Record<string, never>;
  /** To the officers of the authority that will decide. */
  "organisation-applied": { organisationId: string };
  "organisation-vetted": { organisationId: string; until: string };
  "organisation-refused": { organisationId: string };
  "vetting-ending": { organisationId: string; until: string };
  /** To its administrators, and to the officers who would renew it. */
  "vetting-ended": { organisationId: string };
  "organisation-expired": { organisationId: string };
  "organisation-suspended": { organisationId: string };
  "organisation-reinstated": { organisationId: string };
  "organisation-revoked": { organisationId: string };
  /** To the other officers: it takes effect with the word of a second one of the same authority. */
  "measure-proposed": { organisationId: string };
  /** To the other officers: an emergency stands only if a second one confirms it in time. */
  "emergency-declared": { organisationId: string; until: string };
  "emergency-lapsed": { organisationId: string };
  /** To the officers of the authority that is asked; and to the asker's people once it has answered. */
  "question-asked": { questionId: string };
  "question-answered": { questionId: string };
  /** To their owner, from the board of their own institution: how many, never which. */
  "red-flags-assigned": { redFlags: number };
  "red-flags-due": { redFlags: number; until: string };
  /** To those who fill in or sign at the institutions that a round asks, by `round_tell` alone: by which authority, and until when. */
  "round-opened": RoundTold;
  "round-extended": RoundTold;
  "round-called-off": RoundTold;
  /** To those of them whose institution has not signed, by the clock alone; destroyed when the round closes. */
  "round-closing": RoundTold;
  /** By the close alone: to everyone who was asked and to the authority; and to others who chose to hear of such figures. */
  "release-published": { organisationId: string; roundId: string };
  "statistics-published": { organisationId: string; roundId: string };
  /** To everyone who was asked, by `reply_tell` alone: of which authority and round, never of what. */
  "reply-published": { organisationId: string; roundId: string };
  /** To those who are in a roundtable, by `roundtable_tell` and the clock alone: the letter says only that something awaits. */
  "confidential-news": { roundtableId: string };
  /** To who has, gets or loses a date of one, by triggers and the clock alone; with a file for their calendar. */
  "confidential-date": { roundtableId: string };
  /** To the people in it of an organisation that owes something, by the clock alone. */
  "confidential-due": { roundtableId: string };
} & Record<NewsKind, { newsId: string }>;
export type NoticeKind = keyof NoticeAbout;

/** `closesAt`: ISO instant. */
type RoundTold = { organisationId: string; roundId: string; closesAt: string };

export type SignInChange =
  | "passkey-added"
  | "passkey-removed"
  | "password-set"
  | "password-removed"
  | "totp-set"
  | "recovery-codes-issued"
  | "recovery-code-used";

/** Of these a member need not hear; whatever touches their own access is told in any case. */
export const choosableKinds = [
  ...newsKinds,
  "invitation-accepted",
  "organisation-applied",
  "organisation-vetted",
  "vetting-ending",
  "question-asked",
  "question-answered",
  "red-flags-assigned",
  "red-flags-due",
  "round-opened",
  "round-closing",
  "round-extended",
  "round-called-off",
  "release-published",
  "statistics-published",
  "reply-published",
  "confidential-date",
  "confidential-due",
] as const satisfies NoticeKind[];
export type ChoosableKind = (typeof choosableKinds)[number];
export const noticeChoices = ["at-once", "daily", "weekly", "never"] as const;
export type NoticeChoice = (typeof noticeChoices)[number];

/** What holds of a kind until the member chooses. */
export const habits: Record<ChoosableKind, NoticeChoice> = {
  "advisory-published": "daily",
  "advisory-amended": "daily",
  "advisory-withdrawn": "daily",
  "red-flags-changed": "daily",
  "translation-stale": "weekly",
  "answer-published": "weekly",
  "invitation-accepted": "at-once",
  "organisation-applied": "at-once",
  "organisation-vetted": "at-once",
  "vetting-ending": "at-once",
  "question-asked": "at-once",
  "question-answered": "at-once",
  "red-flags-assigned": "at-once",
  "red-flags-due": "at-once",
  "round-opened": "at-once",
  "round-closing": "at-once",
  "round-extended": "at-once",
  "round-called-off": "at-once",
  "release-published": "at-once",
  "statistics-published": "never",
  "reply-published": "at-once",
  "confidential-date": "at-once",
  "confidential-due": "at-once",
};

export const isChoosable = (kind: NoticeKind): kind is ChoosableKind =>
  choosableKinds.some((one) => one === kind);
const isNews = (kind: NoticeKind): kind is NewsKind => newsKinds.some((one) => one === kind);

/** How the recipient of a notice wants to hear of it. */
export const choiceOf = ({ kind, recipient }: Pick<TakenNotice, "kind" | "recipient">): NoticeChoice =>
  isChoosable(kind) ? (recipient.choice ?? habits[kind]) : "at-once";

export type Names = { shortName: string; es: string; en: string };

/** A notice at the moment of sending: to whom, and what is so just then. */
export type TakenNotice = {
  id: string;
  kind: NoticeKind;
  about: Record<string, string | number | null>;
  attempts: number;
  /** ISO instant. */
  queuedAt: string;
  recipient: {
    email: string;
    name: string | null;
    language: Language;
    /** Mail to it came back, or its reader complained. */
    stopped?: boolean;
    /** Only of members, as the rest. */
    memberId?: string;
    timeZone?: string;
    left?: boolean;
    vetting?: string;
    /** Whether their organisation's vetting holds. */
    stands?: boolean;
    choice?: NoticeChoice | null;
  };
  facts: {
    invitation: {
      state: string;
      generation: number;
      email: string;
      name: string | null;
      expiresAt: string;
      /** Null, as the next: by whoever runs the installation. */
      invitedBy: string | null;
      inviting: string | null;
      acceptedBy: string | null;
      organisation: Names;
    } | null;
    organisation: Names | null;
    by: string | null;
    /** Whether the recipient is still in the room that it is about. */
    concerned: boolean;
    /** The recipient's date of that room; null: there is nothing to say of one. */
    date: DateFacts | null;
    /** Whether their organisation owes something there that is near or past. */
    owes: boolean;
    /** Of the round it is about, and of the recipient's part in it. */
    round: RoundFacts | null;
    /** Null: there is none, or the recipient may not know of it. */
    news: NewsFacts | null;
  };
};

/** What a mail may know of a thing that is new, besides its content. */
export type NewsFacts = {
  advisoryId: string;
  number: string;
  tlp: Tlp;
  version: number;
  status: "published" | "superseded" | "withdrawn";
  title: { es: string | null; en: string | null };
  /** Of which the translation is stale. */
  language: Language | null;
  /** Short names, the lead first. */
  issuers: string[];
  /** Public ids of the red flags that changed and that the recipient may read. */
  flags: string[];
};

type DateFacts = {
  roundtableId: string;
  /** ISO instants. */
  startsAt: string;
  endsAt: string;
  changedAt: string;
  /** Otherwise it goes from their calendar. */
  isOn: boolean;
  /** Whether an earlier letter brought it there, or may have. */
  told: boolean;
};

type RoundFacts = {
  open: boolean;
  /** ISO instant. */
  closesAt: string | null;
  /** Whether the recipient fills in or signs at an institution that it asks. */
  asked: boolean;
  /** Whether their institution has. */
  signed: boolean;
  /** Whether they may read its figures, if there are any. */
  reads: boolean;
};

// Bad news still reaches those whom it shuts out.
const toldToTheOutside: NoticeKind[] = ["organisation-suspended", "organisation-revoked", "member-left"];

// Of the others each asks of its own subject whether its reader may know of it, and only who stands may.
const toldToWhoStands: NoticeKind[] = [
  "question-asked",
  "question-answered",
  "red-flags-assigned",
  "red-flags-due",
];

/** Why this must not be sent any more, if so: between queueing and sending the world may have changed. */
export function reasonToDrop({
  kind,
  about,
  recipient,
  facts,
}: Omit<TakenNotice, "attempts">): string | undefined {
  if (recipient.left) return "left";
  if (recipient.stopped) return "address_stopped";
  const isOut = recipient.vetting === "suspended" || recipient.vetting === "revoked";
  if (isOut && !toldToTheOutside.includes(kind)) return "shut_out";
  if (recipient.stands === false && toldToWhoStands.includes(kind)) return "not_vetted";
  if (choiceOf({ kind, recipient }) === "never") return "not_wanted";
  if (isNews(kind) && !facts.news) return "no_longer_so";
  if (kind === "member-invited" || kind === "organisation-invited" || kind === "founder-invited") {
    if (facts.invitation?.state !== "open") return "invitation_closed";
    if (facts.invitation.generation !== about.generation) return "newer_link";
  }
  if (kind === "confidential-news" && !facts.concerned) return "no_longer_so";
  if (kind === "confidential-date" && !(facts.date?.isOn || facts.date?.told)) return "no_longer_so";
  if (kind === "confidential-due" && !facts.owes) return "no_longer_so";
  if (isOfRound(kind) && !(facts.round && isStillSo(kind, facts.round, about.closesAt)))
    return "no_longer_so";
  return undefined;
}

const ofRounds = [
  "round-opened",
  "round-extended",
  "round-closing",
  "round-called-off",
  "release-published",
  "statistics-published",
  "reply-published",
] as const satisfies NoticeKind[];
type OfRound = (typeof ofRounds)[number];
const isOfRound = (kind: NoticeKind): kind is OfRound => ofRounds.some((one) => one === kind);

/** One reason for all: which it was would say who has signed. */
function isStillSo(kind: OfRound, round: RoundFacts, closesAt: unknown) {
  switch (kind) {
    case "round-opened":
      return round.asked && round.open;
    case "round-extended":
      return round.asked && round.open && round.closesAt === closesAt;
    case "round-closing":
      return round.asked && round.open && round.closesAt === closesAt && !round.signed;
    case "round-called-off":
    case "reply-published":
      return round.asked;
    default:
      return round.reads;
  }
}
