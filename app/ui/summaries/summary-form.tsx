import { useTranslation } from "react-i18next";
import { sectors } from "~/domain/advisories/advisory.form";
import type { OwnSummary } from "~/domain/summaries/summaries.server";
import { periods, summaryTlps } from "~/domain/summaries/summary";
import type { SummaryWords } from "~/domain/summaries/summary.form";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useErrorOf } from "~/ui/act/refusal";
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
  const language = useLanguage();
  const { id, words, notes, revision } = summary;
  const begun = words ?? (notes ? { title: { es: "", en: "" }, body: notes.summary } : null);
  return (
    <section aria-labelledby="write">
      <h2 id="write">{t("own.write.heading")}</h2>
      <ActForm
        action={paths.roundtableSummaryAct(language, id, "text")}
        label={t("own.write.heading")}
        className="form"
        noticeUnless={({ reason }) => saidAtSummary(reason)}
      >
        {(busy, refusal) => (
          <>
            <input type="hidden" name="revision" value={revision} key={revision} />
            <SummaryFields
              given={begun}
              typed={undefined}
              refusal={refusal}
              authorities={authorities}
              organisations={organisations}
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

const ofIssuers = ["issuers_missing"];
export const saidAtSummary = (reason: string) => ofIssuers.includes(reason);

type Fields = Pick<Props, "authorities" | "organisations"> & {
  given: Pick<SummaryWords, "title" | "body"> | SummaryWords | null;
  /** What comes back to be mended, several of a name in one. */
  typed: TypedSession | undefined;
  refusal: Refusal | undefined;
};

export function SummaryFields({ given, typed, refusal, authorities, organisations }: Fields) {
  const { t } = useTranslation("summaries");
  const { t: term } = useTranslation("terms");
  const { country } = usePlaceName();
  const errorOf = useErrorOf(refusal);
  const chosen = given && "tlp" in given ? given : null;
  const several = (name: string, before: readonly string[] = []) =>
    typed ? (typed[name] ?? "").split(",").filter((one) => one !== "") : before;
  const jurisdictions = several("jurisdictions", chosen?.audience.jurisdictions);
  const named = several("organisations", chosen?.audience.organisations);
  return (
    <>
      <SummaryTexts words={given} typed={typed} refusal={refusal} />
      <Select
        name="tlp"
        label={t("own.write.tlp")}
        hint={t("own.write.tlpHint")}
        defaultValue={typed?.tlp ?? chosen?.tlp ?? "AMBER"}
        options={summaryTlps.map((label) => ({ value: label, name: `TLP:${label}` }))}
      />
      <fieldset className="session-items">
        <legend>{t("own.write.audience")}</legend>
        <p className="hint">{t("own.write.audienceHint")}</p>
        <Choices
          kind="several"
          name="jurisdictions"
          label={t("own.write.jurisdictions")}
          chosen={jurisdictions}
          choices={[...new Set(["MX", "US", ...jurisdictions])].map((one) => ({
            value: one,
            name: country(one),
          }))}
        />
        <Choices
          kind="several"
          name="sectors"
          label={t("own.write.sectors")}
          chosen={several("sectors", chosen?.audience.sectors)}
          choices={sectors.map((one) => ({ value: one, name: term(`sector.${one}`) }))}
        />
        <details open={named.length > 0 || undefined}>
          <summary>{t("own.write.chosen", { count: named.length })}</summary>
          <Choices
            kind="several"
            name="organisations"
            label={t("own.write.organisations")}
            chosen={named}
            choices={organisations.map((one) => ({ value: one.id, name: one.shortName }))}
          />
        </details>
      </fieldset>
      <Choices
        kind="one"
        name="period"
        label={t("own.write.period")}
        hint={t("own.write.periodHint")}
        chosen={[typed?.period ?? chosen?.period ?? "month"]}
        choices={periods.map((one) => ({ value: one, name: t(`own.write.periods.${one}`) }))}
      />
      <Choices
        kind="several"
        name="issuers"
        label={t("own.write.issuers")}
        hint={t("own.write.issuersHint")}
        error={errorOf(ofIssuers)}
        chosen={several("issuers", chosen?.issuers ?? authorities.map(({ value }) => value))}
        choices={authorities}
      />
    </>
  );
}
