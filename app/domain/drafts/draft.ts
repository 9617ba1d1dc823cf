import type { AdvisoryContent } from "~/domain/advisories/advisory.form";

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
  content: Pick<AdvisoryContent, "origin" | "translation">;
  contentHash: string;
  leadOrganisationId: string;
  authorities: string[];
  /** Everyone who opened or changed the draft. */
  authors: string[];
  clearances: Clearance[];
  exceptions: ClearanceException[];
};

/** Clearances that count: on this very content, not taken back, not by an author. */
export const standingClearances = ({ clearances, contentHash, authors }: Standing) =>
  clearances.filter(
    (one) => one.contentHash === contentHash && !one.takenBackAt && !authors.includes(one.memberId),
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

  // A document already public elsewhere is only reproduced: what the platform adds is the translation.
  if (content.origin === "imported") {
    return (["es", "en"] as const)
      .filter((language) => content.translation[language] === "certified")
      .map((language) => requirement(`language-${language}`, null, 1));
  }

  const leadNeeds = exceptions.find((one) => one.organisationId === leadOrganisationId)?.approvalsNeeded ?? 2;
  return [
    requirement("legal", leadOrganisationId, 1),
    requirement("language-es", null, 1),
    requirement("language-en", null, 1),
    requirement("approval", leadOrganisationId, leadNeeds),
    ...authorities.filter((id) => id !== leadOrganisationId).map((id) => requirement("approval", id, 1)),
  ];
}

export const missingClearances = (standing: Standing) =>
  requirementsOf(standing).filter(({ given, needed }) => given < needed);

/** Why this member may not give this clearance now; undefined when they may. */
export function clearanceObstacle(
  standing: Standing,
  by: { memberId: string; organisationId: string },
  kind: ClearanceKind,
): "author_may_not_clear" | "already_cleared_another" | "already_cleared" | undefined {
  if (standing.authors.includes(by.memberId)) return "author_may_not_clear";
  const own = standingClearances(standing).filter((one) => one.memberId === by.memberId);
  if (own.some((one) => one.kind === kind)) return "already_cleared";
  const exception = standing.exceptions.find((one) => one.organisationId === by.organisationId);
  if (own.length > 0 && !exception?.severalKinds) return "already_cleared_another";
  return undefined;
}

/** Clearances that an edit undid: given on content that is no longer the draft's. */
export const lapsedClearances = ({ clearances, contentHash }: Pick<Standing, "clearances" | "contentHash">) =>
  clearances.filter((one) => one.contentHash !== contentHash && !one.takenBackAt);
