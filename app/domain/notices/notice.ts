import type { Language } from "~/domain/advisories/advisory.form";

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
  /** To the officers of the authority that will decide. */
  "organisation-applied": { organisationId: string };
  "organisation-vetted": { organisationId: string; until: string };
  "organisation-refused": { organisationId: string };
  "vetting-ending": { organisationId: string; until: string };
  "vetting-ended": { organisationId: string };
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
  /** To everyone who was asked, by `reply_tell` alone: of which authority and round, never of what. */
  "reply-published": { organisationId: string; roundId: string };
};
export type NoticeKind = keyof NoticeAbout;

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
  "invitation-accepted",
  "organisation-applied",
  "organisation-vetted",
  "vetting-ending",
  "question-asked",
  "question-answered",
  "red-flags-assigned",
  "red-flags-due",
  "reply-published",
] as const satisfies NoticeKind[];
export type NoticeChoice = "at-once" | "never";

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
    /** Only of members, as the rest. */
    timeZone?: string;
    left?: boolean;
    vetting?: string;
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
  };
};

// Bad news still reaches those whom it shuts out.
const toldToTheOutside: NoticeKind[] = ["organisation-suspended", "organisation-revoked", "member-left"];

/** Why this must not be sent any more, if so: between queueing and sending the world may have changed. */
export function reasonToDrop({ kind, about, recipient, facts }: TakenNotice): string | undefined {
  if (recipient.left) return "left";
  const isOut = recipient.vetting === "suspended" || recipient.vetting === "revoked";
  if (isOut && !toldToTheOutside.includes(kind)) return "shut_out";
  if (recipient.choice === "never" && choosableKinds.some((one) => one === kind)) return "not_wanted";
  if (kind === "member-invited" || kind === "organisation-invited" || kind === "founder-invited") {
    if (facts.invitation?.state !== "open") return "invitation_closed";
    if (facts.invitation.generation !== about.generation) return "newer_link";
  }
  return undefined;
}
