import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";

/** The page of an act on the minutes that was refused, without scripts. */
export function RefusedMinutesAct() {
  const { t } = useTranslation("minutes");
  const { id = "" } = useParams();
  return <RefusedAct back={paths.roundtableMinutes(useLanguage(), id)} backTo={t("title")} />;
}
