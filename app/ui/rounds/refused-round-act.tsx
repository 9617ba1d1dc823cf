import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";

/** The page of an act on a round that was refused, without scripts. */
export function RefusedRoundAct() {
  const { t } = useTranslation("rounds");
  const { id = "" } = useParams();
  return <RefusedAct back={paths.round(useLanguage(), id)} backTo={t("backToRound")} />;
}
