import { type AdvisoryContent, type Language, languages } from "~/domain/advisories/advisory.form";
import { type FormerAuthor, isOriginal, vouchedTranslations } from "./history";

/** Pure reckoning on the work towards a version: which clearances it needs, has, and lost. */

export const clearanceKinds = ["legal", "language-es", "language-en", "approval"] as const;
export type ClearanceKind = (typeof clearanceKinds)[number];

export type Clearance = {
  id: string;
  kind: ClearanceKind;
  memberId: string;
  organisationId: string;
  contentHash: string;
  note: string;
  at: Date;
  takenBackAt: Date | null;
};

/** A written exception of a short-staffed authority; none is the rule. */
export type ClearanceException = {
  organisationId: string;
  severalKinds: boolean;
  approvalsNeeded: number;
  reason: string;
};

export type Requirement = {
  kind: ClearanceKind;
  /** The authority that must give it; null: any issuing authority. */
  organisationId: string | null;
  needed: number;
  given: number;
};

type Standing = {
  content: AdvisoryContent;
  contentHash: string;
  leadOrganisationId: string;
  authorities: string[];
  /** Everyone who opened or changed the draft. */
  authors: string[];
  formerAuthors: FormerAuthor[];
  /** An imported document that is no longer what its import made. */
  editedHere: boolean;
  clearances: Clearance[];
  exceptions: ClearanceException[];
};

/**
 * Why somebody's text is in the way of their clearance: nobody clears a draft that they wrote in, nor as a whole or in its
 * language what they wrote before. The written exception of their authority lifts the latter (decision 112).
 */
function authorship(
  { authors, formerAuthors, exceptions }: Standing,
  by: { memberId: string; organisationId: string },
  kind: ClearanceKind,
): "author_may_not_clear" | "author_of_standing_text" | undefined {
  if (authors.includes(by.memberId)) return "author_may_not_clear";
  if (exceptions.some((one) => one.organisationId === by.organisationId)) return undefined;
  const former = formerAuthors.find((one) => one.memberId === by.memberId);
  const wrote = former?.languages.some((one) => !kind.startsWith("language-") || kind === `language-${one}`);
  return wrote ? "author_of_standing_text" : undefined;
}

/** Clearances that count: on this very content, not taken back, not by an author of it. */
export const standingClearances = (standing: Standing) =>
  standing.clearances.filter(
    (one) =>
      one.contentHash === standing.contentHash && !one.takenBackAt && !authorship(standing, one, one.kind),
  );

/** Everything that the content must be cleared for, with how much of it stands. */
export function requirementsOf(standing: Standing): Requirement[] {
  const { content, leadOrganisationId, authorities, exceptions } = standing;
  const given = standingClearances(standing);
  const count = (kind: ClearanceKind, organisationId: string | null) =>
    new Set(
      given
        .filter(
          (one) => one.kind === kind && (organisationId === null || one.organisationId === organisationId),
        )
        .map((one) => one.memberId),
    ).size;
  const requirement = (kind: ClearanceKind, organisationId: string | null, needed: number): Requirement => ({
    kind,
    organisationId,
    needed,
    given: count(kind, organisationId),
  });

  const leadNeeds = exceptions.find((one) => one.organisationId === leadOrganisationId)?.approvalsNeeded ?? 2;
  const ours = (of: readonly Language[]) => [
    requirement("legal", leadOrganisationId, 1),
    ...of.map((language) => requirement(`language-${language}`, null, 1)),
    requirement("approval", leadOrganisationId, leadNeeds),
    ...authorities.filter((id) => id !== leadOrganisationId).map((id) => requirement("approval", id, 1)),
  ];
  if (content.origin === "native") return ours(languages);

  // A document already public elsewhere is only reproduced: nobody answers for it here until somebody edits it (decision 111).
  const translated = vouchedTranslations(content);
  return standing.editedHere
    ? ours(languages.filter((language) => isOriginal(content, language) || translated.includes(language)))
    : translated.map((language) => requirement(`language-${language}`, null, 1));
}

export const missingClearances = (standing: Standing) =>
  requirementsOf(standing).filter(({ given, needed }) => given < needed);

/** Why this member may not give this clearance now; undefined when they may. */
export function clearanceObstacle(
  standing: Standing,
  by: { memberId: string; organisationId: string },
  kind: ClearanceKind,
):
  | "author_may_not_clear"
  | "author_of_standing_text"
  | "already_cleared_another"
  | "already_cleared"
  | undefined {
  const author = authorship(standing, by, kind);
  if (author) return author;
  const own = standingClearances(standing).filter((one) => one.memberId === by.memberId);
  if (own.some((one) => one.kind === kind)) return "already_cleared";
  const exception = standing.exceptions.find((one) => one.organisationId === by.organisationId);
  if (own.length > 0 && !exception?.severalKinds) return "already_cleared_another";
  return undefined;
}

/** Clearances that an edit undid: given on content that is no longer the draft's. */
export const lapsedClearances = ({ clearances, contentHash }: Pick<Standing, "clearances" | "contentHash">) =>
  clearances.filter((one) => one.contentHash !== contentHash && !one.takenBackAt);
