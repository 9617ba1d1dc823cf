import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { MendedForm } from "~/ui/act/mended-form";
import { ReasonPair, saidAtReason } from "~/ui/act/reason-pair";
import { RefusedAct } from "~/ui/act/refused-act";

/** The page of an act on the summary of one's own room that was refused, without scripts. */
export function RefusedOwnSummaryAct() {
  const { t } = useTranslation("summaries");
  const { id = "" } = useParams();
  return <RefusedAct back={paths.roundtableSummary(useLanguage(), id)} backTo={t("own.title")} />;
}

/** A summary that was not taken back: the reason again, to be mended. */
export function RefusedWithdrawal() {
  const { t } = useTranslation("summaries");
  const { id = "" } = useParams();
  return <Withdrawal back={paths.summary(useLanguage(), id)} backTo={t("title")} />;
}

/** The same of one's own room. */
export function RefusedOwnWithdrawal() {
  const { t } = useTranslation("summaries");
  const { id = "" } = useParams();
  return <Withdrawal back={paths.roundtableSummary(useLanguage(), id)} backTo={t("own.title")} />;
}

function Withdrawal(way: { back: string; backTo: string }) {
  const { t } = useTranslation("summaries");
  return (
    <RefusedAct<TypedSession> {...way} saidAtField={saidAtReason}>
      {(typed, refusal) => (
        <MendedForm typed={typed} act={t("withdraw.act")} weight="danger">
          <ReasonPair label={(one) => t(`withdraw.reason.${one}`)} typed={typed} refusal={refusal} />
        </MendedForm>
      )}
    </RefusedAct>
  );
}
