import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { WithdrawalReason } from "./withdrawal-reason";

/** The page of a withdrawal that was refused, without scripts: the reason again, as it was typed. */
export function RefusedWithdrawal() {
  const { t } = useTranslation("questions");
  const { id = "" } = useParams();
  return (
    <RefusedAct<Text> back={paths.question(useLanguage(), id)} backTo={t("backToQuestion")}>
      {(reason, refusal) => <WithdrawalReason questionId={id} reason={reason} refused={refusal} />}
    </RefusedAct>
  );
}
