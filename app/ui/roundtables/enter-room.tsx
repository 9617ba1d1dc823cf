import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isOn } from "~/domain/roundtables/roundtable";
import type { FoundRoundtable } from "~/domain/roundtables/roundtables.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/action/link-button";

/** The way into a session, to whoever sits at its table. */
export function EnterRoom({ session: { id, state, parts, own } }: { session: FoundRoundtable }) {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const isSeated = parts.length > 0 || own !== null;
  if (!isSeated || !["convened", "open", "over", "sealed"].includes(state)) return null;
  return (
    <p className="toolbar">
      <LinkButton weight={isOn(state) ? "first" : "second"} to={paths.room(language, id)}>
        {t(isOn(state) ? "terms.enter" : "terms.read")}
      </LinkButton>
      <Link to={paths.roomTerms(language, id)}>{t("rules.terms")}</Link>
    </p>
  );
}
