import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";

/** Terms that were not accepted: why, and the way back to them. */
export function RefusedAcceptance() {
  const { t } = useTranslation("room");
  const { id = "" } = useParams();
  return <RefusedAct back={paths.roomTerms(useLanguage(), id)} backTo={t("terms.back")} />;
}
