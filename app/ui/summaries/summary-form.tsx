import { useTranslation } from "react-i18next";
import { sectors } from "~/domain/advisories/advisory.form";
import type { OwnSummary } from "~/domain/summaries/summaries.server";
import { periods, summaryTlps } from "~/domain/summaries/summary";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { usePlaceName } from "~/ui/place/use-place-name";
import { SummaryTexts } from "./summary-texts";

type Props = {
  summary: OwnSummary;
  authorities: { value: string; name: string }[];
  organisations: { id: string; shortName: string }[];
};

/** The text, who reads it, which date it bears and whose name. What the minutes say in short is where it begins. */
export function SummaryForm({ summary, authorities, organisations }: Props) {
  const { t } = useTranslation("summaries");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const { country } = usePlaceName();
  const { id, words, notes, revision } = summary;
  const begun = words ?? (notes ? { title: { es: "", en: "" }, body: notes.summary } : null);
  const audience = words?.audience ?? { jurisdictions: [], sectors: [], organisations: [] };
  const named = audience.organisations.length;
  return (
    <section aria-labelledby="write">
      <h2 id="write">{t("own.write.heading")}</h2>
      <ActForm
        action={paths.roundtableSummaryAct(language, id, "text")}
        label={t("own.write.heading")}
        className="form"
      >
        {(busy, refusal) => (
          <>
            <input type="hidden" name="revision" value={revision} key={revision} />
            <SummaryTexts words={begun} refusal={refusal} />
            <Select
              name="tlp"
              label={t("own.write.tlp")}
              hint={t("own.write.tlpHint")}
              defaultValue={words?.tlp ?? "AMBER"}
              options={summaryTlps.map((label) => ({ value: label, name: `TLP:${label}` }))}
            />
            <fieldset className="session-items">
              <legend>{t("own.write.audience")}</legend>
              <p className="hint">{t("own.write.audienceHint")}</p>
              <Choices
                kind="several"
                name="jurisdictions"
                label={t("own.write.jurisdictions")}
                chosen={audience.jurisdictions}
                choices={[...new Set(["MX", "US", ...audience.jurisdictions])].map((one) => ({
                  value: one,
                  name: country(one),
                }))}
              />
              <Choices
                kind="several"
                name="sectors"
                label={t("own.write.sectors")}
                chosen={audience.sectors}
                choices={sectors.map((one) => ({ value: one, name: term(`sector.${one}`) }))}
              />
              <details open={named > 0 || undefined}>
                <summary>{t("own.write.chosen", { count: named })}</summary>
                <Choices
                  kind="several"
                  name="organisations"
                  label={t("own.write.organisations")}
                  chosen={audience.organisations}
                  choices={organisations.map((one) => ({ value: one.id, name: one.shortName }))}
                />
              </details>
            </fieldset>
            <Choices
              kind="one"
              name="period"
              label={t("own.write.period")}
              hint={t("own.write.periodHint")}
              chosen={[words?.period ?? "month"]}
              choices={periods.map((one) => ({ value: one, name: t(`own.write.periods.${one}`) }))}
            />
            <Choices
              kind="several"
              name="issuers"
              label={t("own.write.issuers")}
              hint={t("own.write.issuersHint")}
              chosen={words?.issuers ?? authorities.map(({ value }) => value)}
              choices={authorities}
            />
            <Button type="submit" weight={words ? undefined : "first"} busy={busy}>
              {t("own.write.act")}
            </Button>
          </>
        )}
      </ActForm>
    </section>
  );
}
