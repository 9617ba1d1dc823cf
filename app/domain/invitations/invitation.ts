import type { Language } from "~/domain/advisories/advisory.form";
import type { GivenRole } from "~/domain/members/role";
import type { OrganisationKind } from "~/domain/members/viewer";

export const invitationDays = 7;
/** An invitation that lapses within this many days is brought to mind. */
export const lapsingDays = 2;
/** What keeps a mailbox from being flooded through us: between two mails to one, and from one organisation in a day. */
export const secondsBetweenSendings = 60;
export const mostInADay = 100;
/** Links of one invitation; whoever does not come by then is invited anew, which is counted. */
export const mostSendings = 10;
export const daysAfter = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000);

/** `member`: one more of an organisation. `organisation`: its first administrator. */
export type InvitationKind = "member" | "organisation";
/** What became of its newest letter; `returned`: it went out, and the address takes no mail. */
export const invitationLetters = ["waiting", "sent", "failed", "returned"] as const;
export type InvitationLetter = (typeof invitationLetters)[number];
export type InvitationState = "open" | "expired" | "accepted" | "withdrawn";

/** What of an invitation a refusal is about: pages say it at that field, programs get a pointer to it. */
export function partRefused(reason: string): "email" | "name" | "roles" | undefined {
  if (/^(address|already)_/.test(reason)) return "email";
  if (/^(name|contact)_/.test(reason)) return "name";
  return /^role_/.test(reason) ? "roles" : undefined;
}

/** What whoever holds the link may know of it. */
export type FoundInvitation = {
  id: string;
  kind: InvitationKind;
  state: InvitationState;
  email: string;
  name: string | null;
  language: Language;
  roles: GivenRole[];
  /** ISO instant. */
  expiresAt: string;
  organisation: {
    id: string;
    kind: OrganisationKind;
    shortName: string;
    es: string;
    en: string;
    jurisdiction: string;
  };
  /** Null: whoever runs the installation founds the organisation. */
  invitedBy: { name: string; organisation: string } | null;
};
