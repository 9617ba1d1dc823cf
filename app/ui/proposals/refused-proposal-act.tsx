import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";

/** The page of an act on a proposal that was refused, without scripts. */
export function RefusedProposalAct() {
  const { t } = useTranslation("proposals");
  return <RefusedAct back={paths.deskProposals(useLanguage())} backTo={t("back")} />;
}
