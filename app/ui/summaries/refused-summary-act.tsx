import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";

/** The page of an act on a published summary that was refused, without scripts. */
export function RefusedSummaryAct() {
  const { t } = useTranslation("summaries");
  const { id = "" } = useParams();
  return <RefusedAct back={paths.summary(useLanguage(), id)} backTo={t("title")} />;
}

/** The same of an act on the summary of one's own room. */
export function RefusedOwnSummaryAct() {
  const { t } = useTranslation("summaries");
  const { id = "" } = useParams();
  return <RefusedAct back={paths.roundtableSummary(useLanguage(), id)} backTo={t("own.title")} />;
}
