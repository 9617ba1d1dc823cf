import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act/act-form";
import { ReasonPair, saidAtReason } from "~/ui/act/reason-pair";
import { Button } from "~/ui/action/button";

/** Takes a summary back, with the reason that its readers will read. */
export function WithdrawalForm({ action, lead }: { action: string; lead: string }) {
  const { t } = useTranslation("summaries");
  return (
    <section aria-labelledby="withdraw">
      <h2 id="withdraw">{t("withdraw.heading")}</h2>
      <p>{lead}</p>
      <ActForm
        action={action}
        label={t("withdraw.heading")}
        className="form"
        noticeUnless={({ reason }) => saidAtReason(reason)}
      >
        {(busy, refusal) => (
          <>
            <ReasonPair label={(one) => t(`withdraw.reason.${one}`)} refusal={refusal} />
            <Button type="submit" weight="danger" busy={busy}>
              {t("withdraw.act")}
            </Button>
          </>
        )}
      </ActForm>
    </section>
  );
}
