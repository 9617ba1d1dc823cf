import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { leastMonths, mostMonths } from "~/domain/vetting/vetting";
import type { Refusal } from "~/http/outcomes";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { TextField } from "~/ui/field/text-field";

type Props = {
  months: number;
  setAt: Date | null;
  authority: string;
  timeZone: string;
  mayChange: boolean;
  answer: { refusal?: Refusal; typed?: { months: string } | undefined } | undefined;
};

/** For how long an authority's word holds. */
export function PeriodPage({ months, setAt, authority, timeZone, mayChange, answer }: Props) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const sentence = useRefusal();
  const refusal = answer?.refusal;
  const atField = refusal?.reason === "months_out_of_range";
  return (
    <article className="desk vetting">
      <p className="overline">
        <Link to={paths.organisations(language)}>{t("one.back")}</Link>
      </p>
      <h1>{t("settings.title")}</h1>
      <p>{t("settings.lead", { authority })}</p>
      <p>
        <strong>{t("settings.current", { count: months })}</strong>{" "}
        {setAt ? t("settings.since", { day: formatDate(language, setAt, timeZone) }) : t("settings.plain")}
      </p>
      {mayChange ? (
        <Form method="post" className="form">
          {!atField && <RefusalNotice refusal={refusal} />}
          <TextField
            name="months"
            label={t("settings.months")}
            hint={t("settings.monthsHint", { least: leastMonths, most: mostMonths })}
            inputMode="numeric"
            defaultValue={answer?.typed?.months ?? String(months)}
            error={atField && sentence(refusal.reason, refusal.facts)}
            required
          />
          <p>
            <Button type="submit" weight="first">
              {t("settings.set")}
            </Button>
          </p>
        </Form>
      ) : (
        <p>{t("settings.onlyAdministrators")}</p>
      )}
    </article>
  );
}
