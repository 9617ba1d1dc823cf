import type { Language } from "~/domain/advisories/advisory.form";
import type { OrganisationKind, Role } from "./viewer";

export type GivenRole = { role: Role; language: Language | "" };

const rolesByKind: Record<OrganisationKind, readonly Role[]> = {
  authority: [
    "analyst",
    "legal",
    "translator",
    "approver",
    "publisher",
    "convener",
    "rapporteur",
    "officer",
    "administrator",
  ],
  institution: ["compliance-officer", "analyst", "administrator"],
  guild: ["observer", "administrator"],
  civil: ["observer", "administrator"],
  operator: ["operator", "auditor", "administrator"],
};

/** What a person can be in an organisation of this kind; a translator once per language. */
export const givableRoles = (kind: OrganisationKind): GivenRole[] =>
  rolesByKind[kind].flatMap((role) => languagesOf(role).map((language): GivenRole => ({ role, language })));

const languagesOf = (role: Role): (Language | "")[] => (role === "translator" ? ["es", "en"] : [""]);

/** As a form and an address write it: `officer`, `translator:es`. */
export const roleKey = ({ role, language }: GivenRole) => (language === "" ? role : `${role}:${language}`);

/** The roles that these keys name; nothing when one of them does not exist in such an organisation. */
export function rolesOfKeys(kind: OrganisationKind, keys: readonly string[]): GivenRole[] | undefined {
  const givable = givableRoles(kind);
  const named = [...new Set(keys)].map((key) => givable.find((one) => roleKey(one) === key));
  return named.every((one) => one !== undefined) ? named : undefined;
}
