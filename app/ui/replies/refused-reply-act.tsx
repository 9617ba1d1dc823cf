import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";

/** The page of an act on points, themes or replies that was refused, without scripts. */
export function RefusedReplyAct() {
  const { t } = useTranslation("replies");
  const { id = "" } = useParams();
  return <RefusedAct back={paths.roundPoints(useLanguage(), id)} backTo={t("write.toPoints")} />;
}
