import { useTranslation } from "react-i18next";
import type { StepUp } from "~/http/outcomes";
import { ArrivalHeading } from "~/ui/page/arrival-heading";
import { ConfirmForms } from "./confirm-forms";

/** In the place of a page whose act needs its author to confirm who they are; the act is carried out right after. */
export function StepUpPage({ stepUp: { ways, ...interrupted } }: { stepUp: StepUp }) {
  const { t } = useTranslation("auth");
  return (
    <article className="narrow-page">
      <ArrivalHeading>{t("confirm.title")}</ArrivalHeading>
      <p>{t("confirm.why")}</p>
      <p>{t("confirm.kept")}</p>
      <ConfirmForms ways={ways} interrupted={interrupted} />
    </article>
  );
}
