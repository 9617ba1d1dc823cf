import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";

/** The page of an act on a session's record that was refused, without scripts. */
export function RefusedRecordAct() {
  const { t } = useTranslation("vaults");
  const { id = "" } = useParams();
  return <RefusedAct back={paths.roundtableRecord(useLanguage(), id)} backTo={t("title")} />;
}
