/** What each kind of notice is about: ids, dates, counts and words of ours. Never content, a link or a secret. */
export type NoticeAbout = {
  "member-invited": { invitationId: string; generation: number };
  "organisation-invited": { invitationId: string; generation: number };
  /** To whoever invited. */
  "invitation-accepted": { invitationId: string };
  "roles-changed": { by: string };
  /** To the address of whoever left: there is no member any more. */
  "member-left": { organisationId: string };
  "sign-in-changed": { change: SignInChange };
  "device-seen": { device: string };
  "token-issued": { expiresAt: string };
  /** To the officers of the authority that will decide. */
  "organisation-applied": { organisationId: string };
  "organisation-vetted": { organisationId: string; until: string };
  "organisation-refused": { organisationId: string };
  "vetting-ending": { organisationId: string; until: string };
  "vetting-ended": { organisationId: string };
  "organisation-suspended": { organisationId: string };
  "organisation-reinstated": { organisationId: string };
  "organisation-revoked": { organisationId: string };
  /** To the other officers: an emergency stands only if a second one confirms it in time. */
  "emergency-declared": { organisationId: string; until: string };
  "emergency-lapsed": { organisationId: string };
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
