import { useTranslation } from "react-i18next";
import { type GivenRole, roleKey } from "~/domain/members/role";

/** What a role is called and what it does, in the reader's language. */
export function useRoleName() {
  const { t } = useTranslation("people");
  const keyOf = (role: GivenRole) => roleKey(role).replace(":", "-") as "analyst";
  return {
    name: (role: GivenRole) => t(`role.${keyOf(role)}.name`),
    does: (role: GivenRole) => t(`role.${keyOf(role)}.does`),
  };
}
