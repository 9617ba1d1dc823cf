import type { Language } from "~/domain/advisories/advisory.form";

export const roles = [
  "analyst",
  "legal",
  "translator",
  "approver",
  "publisher",
  "convener",
  "rapporteur",
  "officer",
  "administrator",
  "compliance-officer",
  "observer",
  "operator",
  "auditor",
] as const;
export type Role = (typeof roles)[number];

export type OrganisationKind = "authority" | "institution" | "guild" | "civil" | "operator";

/** Who is asking: a member with their organisation and roles, or nobody known. */
export type Viewer = Member | Anonymous;
export type Anonymous = { memberId: null };
export type Member = {
  memberId: string;
  name: string;
  language: Language;
  timeZone: string;
  organisationId: string;
  /** Short name. */
  organisation: string;
  organisationKind: OrganisationKind;
  jurisdiction: string;
  sector: string | null;
  roles: { role: Role; language: Language | "" }[];
};

/**
 * Signed in, but their organisation is not vetted, or no longer: a stranger to all content, who sees their
 * organisation's application and their own sign-in.
 */
export type Applicant = Omit<Member, "sector"> & { vetting: "invited" | "applied" | "vetted" | "expired" };

/** Whoever is signed in. */
export type SignedIn = Member | Applicant;

export const anonymous: Anonymous = { memberId: null };

export const isMember = (viewer: Viewer): viewer is Member => viewer.memberId !== null;

export const hasRole = (viewer: Viewer, ...wanted: Role[]): viewer is Member =>
  isMember(viewer) && viewer.roles.some(({ role }) => wanted.includes(role));

export const isTranslatorOf = (viewer: Viewer, language: Language) =>
  isMember(viewer) && viewer.roles.some((r) => r.role === "translator" && r.language === language);

export const isAuthorityStaff = (viewer: Viewer): viewer is Member =>
  isMember(viewer) && viewer.organisationKind === "authority";
