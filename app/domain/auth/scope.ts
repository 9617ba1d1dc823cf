import type { Member, OrganisationKind, Role } from "~/domain/members/viewer";

/** What a token may do, from the least to the most: a program gets no more than its work needs. */
export const scopes = ["read", "adopt", "draft", "sign", "publish", "manage"] as const;
export type Scope = (typeof scopes)[number];

/** Everyone reads, and looks after their own page, sessions and tokens. */
const everyones: readonly Scope[] = ["read", "manage"];

/** What the acts of a role need beyond that. */
const scopesOfRole: Partial<Record<OrganisationKind, Partial<Record<Role, readonly Scope[]>>>> = {
  authority: {
    analyst: ["draft", "publish"],
    legal: ["draft", "sign"],
    translator: ["draft", "sign", "publish"],
    approver: ["draft", "sign"],
    publisher: ["draft", "publish"],
    convener: ["draft", "publish"],
    rapporteur: ["draft"],
    officer: ["draft", "sign", "publish"],
    administrator: ["draft"],
  },
  institution: {
    "compliance-officer": ["adopt", "draft", "sign"],
    analyst: ["adopt", "draft"],
  },
};

/** The scopes that some act of theirs needs; with another a token could do nothing more. */
export function scopesFor({ organisationKind, roles }: Pick<Member, "organisationKind" | "roles">): Scope[] {
  const ofRole = scopesOfRole[organisationKind] ?? {};
  const usable = new Set([...everyones, ...roles.flatMap(({ role }) => ofRole[role] ?? [])]);
  return scopes.filter((scope) => usable.has(scope));
}
