import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";

/** The page of an act in a session that was refused, without scripts. */
export function RefusedRoundtableAct() {
  const { t } = useTranslation("roundtables");
  const { id = "" } = useParams();
  return <RefusedAct back={paths.roundtable(useLanguage(), id)} backTo={t("back")} />;
}
