import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";

/** The page of an act on mail that was refused, without scripts. */
export function RefusedMailAct() {
  const { t } = useTranslation("operations");
  return <RefusedAct back={paths.mailOperations(useLanguage())} backTo={t("mail.back")} />;
}
