import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";

/** Without scripts: why nothing was done to the organisation, and the way back to it. */
export function RefusedOrganisationAct() {
  const { t } = useTranslation("vetting");
  return (
    <RefusedAct back={paths.organisation(useLanguage(), useParams().id ?? "")} backTo={t("one.backToOne")} />
  );
}
