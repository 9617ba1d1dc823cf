import { useTranslation } from "react-i18next";
import { languages } from "~/domain/advisories/advisory.form";
import { localeOf } from "~/i18n/language";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";

const suffix = { es: "Es", en: "En" } as const;

/** Takes a summary back, with the reason that its readers will read. */
export function WithdrawalForm({ action, lead }: { action: string; lead: string }) {
  const { t } = useTranslation("summaries");
  return (
    <section aria-labelledby="withdraw">
      <h2 id="withdraw">{t("withdraw.heading")}</h2>
      <p>{lead}</p>
      <ActForm action={action} label={t("withdraw.heading")} className="form">
        {(busy, refusal) => (
          <>
            <div className="both-languages">
              {languages.map((one) => (
                <ScreenedTextArea
                  key={one}
                  name={`reason${suffix[one]}`}
                  lang={localeOf(one)}
                  label={t(`withdraw.reason.${one}`)}
                  found={foundAt(refusal, `reason${suffix[one]}`)}
                  rows={2}
                  required
                />
              ))}
            </div>
            <Button type="submit" weight="danger" busy={busy}>
              {t("withdraw.act")}
            </Button>
          </>
        )}
      </ActForm>
    </section>
  );
}
