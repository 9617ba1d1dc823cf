import { useTranslation } from "react-i18next";
import { languages } from "~/domain/advisories/advisory.form";
import type { FoundMinutes } from "~/domain/minutes/minutes.server";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";

const suffix = { es: "Es", en: "En" } as const;

/** The notes by item of the agenda, each in both languages side by side. */
export function WriteMinutes({
  minutes: { id, notes, agenda, revision, chathamHouse },
}: {
  minutes: FoundMinutes;
}) {
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  return (
    <section aria-labelledby="write">
      <h2 id="write">{t("write.heading")}</h2>
      <p>{t("write.lead")}</p>
      {chathamHouse && <p>{t("write.ruleOn")}</p>}
      <ActForm
        action={paths.roundtableAct(language, id, "notes")}
        label={t("write.heading")}
        className="form"
      >
        {(busy, refusal) => (
          <>
            <input type="hidden" name="revision" value={revision} key={revision} />
            <div className="both-languages">
              {languages.map((one) => (
                <ScreenedTextArea
                  key={one}
                  name={`summary${suffix[one]}`}
                  lang={localeOf(one)}
                  label={t(`write.summary.${one}`)}
                  defaultValue={notes?.summary[one]}
                  found={foundAt(refusal, `summary${suffix[one]}`)}
                  rows={4}
                />
              ))}
            </div>
            {agenda.map((item, n) => (
              <div className="both-languages" key={item.es + item.en}>
                {languages.map((one) => (
                  <ScreenedTextArea
                    key={one}
                    name={`item.${n}.${suffix[one]}`}
                    lang={localeOf(one)}
                    label={t(`write.item.${one}`, { title: item[language] })}
                    defaultValue={notes?.items[n]?.[one]}
                    found={foundAt(refusal, `item.${n}.${suffix[one]}`)}
                    rows={4}
                  />
                ))}
              </div>
            ))}
            <Button type="submit" weight="first" busy={busy}>
              {t("write.act")}
            </Button>
          </>
        )}
      </ActForm>
    </section>
  );
}
