import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";

/** The page of an act on a question that was refused, without scripts. */
export function RefusedQuestionAct() {
  const { t } = useTranslation("questions");
  const { id = "" } = useParams();
  return <RefusedAct back={paths.question(useLanguage(), id)} backTo={t("backToQuestion")} />;
}
