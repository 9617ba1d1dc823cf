import { useTranslation } from "react-i18next";
import { languages, type Text } from "~/domain/advisories/advisory.form";
import { proposalKinds } from "~/domain/proposals/proposal";
import { formatDay } from "~/i18n/format";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import { ScreenedTextField } from "~/ui/screening/screened-text-field";

type Props = {
  action: string;
  arrivesOn: string;
  concernable: { value: string; name: Text }[];
};

const suffix = { es: "Es", en: "En" } as const;

/** The same form in a room and at the desk. */
export function ProposalForm({ action, arrivesOn, concernable }: Props) {
  const { t } = useTranslation("proposals");
  const language = useLanguage();
  return (
    <section aria-labelledby="propose">
      <h2 id="propose">{t("write.heading")}</h2>
      <p>{t("write.lead", { day: formatDay(language, arrivesOn) })}</p>
      <ActForm action={action} label={t("write.heading")} className="form" clears>
        {(busy, refusal) => (
          <>
            <Choices
              kind="one"
              name="kind"
              label={t("write.kind")}
              chosen={["red-flag"]}
              choices={proposalKinds.map((one) => ({ value: one, name: t(`kind.${one}`) }))}
            />
            <div className="both-languages">
              {languages.map((one) => (
                <ScreenedTextField
                  key={one}
                  name={`name${suffix[one]}`}
                  lang={localeOf(one)}
                  label={t(`write.name.${one}`)}
                  hint={t("write.nameHint")}
                  found={foundAt(refusal, `name${suffix[one]}`)}
                  maxLength={500}
                  autoComplete="off"
                />
              ))}
            </div>
            <div className="both-languages">
              {languages.map((one) => (
                <ScreenedTextArea
                  key={one}
                  name={`words${suffix[one]}`}
                  lang={localeOf(one)}
                  label={t(`write.words.${one}`)}
                  found={foundAt(refusal, `words${suffix[one]}`)}
                  rows={3}
                  maxLength={4000}
                  required
                />
              ))}
            </div>
            <div className="both-languages">
              {languages.map((one) => (
                <ScreenedTextArea
                  key={one}
                  name={`why${suffix[one]}`}
                  lang={localeOf(one)}
                  label={t(`write.reason.${one}`)}
                  found={foundAt(refusal, `why${suffix[one]}`)}
                  rows={2}
                  maxLength={4000}
                />
              ))}
            </div>
            <Select
              name="concerns"
              label={t("write.concerns")}
              none={t("write.concernsNone")}
              options={concernable.map(({ value, name }) => ({
                value,
                name: name[language] || name.es || name.en,
              }))}
            />
            <Button type="submit" weight="first" busy={busy}>
              {t("write.act")}
            </Button>
          </>
        )}
      </ActForm>
    </section>
  );
}
