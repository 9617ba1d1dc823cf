import { useTranslation } from "react-i18next";
import { type GivenRole, roleKey } from "~/domain/members/role";
import { formatList } from "~/i18n/format";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";

/** What a role is called and what it does, in the reader's language. */
export function useRoleName() {
  const { t } = useTranslation("people");
  const language = useLanguage();
  const keyOf = (role: GivenRole) => roleKey(role).replace(":", "-") as "analyst";
  const name = (role: GivenRole) => t(`role.${keyOf(role)}.name`);
  const inside = (words: string) => words.slice(0, 1).toLocaleLowerCase(localeOf(language)) + words.slice(1);
  return {
    name,
    does: (role: GivenRole) => t(`role.${keyOf(role)}.does`),
    /** "Administración y verificación": a capital for the first alone. */
    names: (roles: GivenRole[]) =>
      formatList(
        language,
        roles.map(name).map((words, i) => (i === 0 ? words : inside(words))),
      ),
  };
}
