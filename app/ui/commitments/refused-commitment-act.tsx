import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";

/** The page of a settlement that was refused, without scripts. */
export function RefusedCommitmentAct() {
  const { t } = useTranslation("commitments");
  return <RefusedAct back={paths.commitments(useLanguage())} backTo={t("back")} />;
}
