import { useTranslation } from "react-i18next";
import { type GivenRole, roleKey } from "~/domain/members/role";
import { formatList, insideLine } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";

/** What a role is called and what it does, in the reader's language. */
export function useRoleName() {
  const { t } = useTranslation("people");
  const language = useLanguage();
  const keyOf = (role: GivenRole) => roleKey(role).replace(":", "-") as "analyst";
  const name = (role: GivenRole) => t(`role.${keyOf(role)}.name`);
  return {
    name,
    does: (role: GivenRole) => t(`role.${keyOf(role)}.does`),
    /** "Administración y verificación": a capital for the first alone. */
    names: (roles: GivenRole[]) =>
      formatList(
        language,
        roles.map(name).map((words, i) => (i === 0 ? words : insideLine(language, words))),
      ),
  };
}
