import { useTranslation } from "react-i18next";
import type { FoundMinutes } from "~/domain/minutes/minutes.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { CheckedOnce } from "~/ui/screening/checked-once";
import { ScreenedPair } from "~/ui/screening/screened-pair";

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
          <CheckedOnce>
            <input type="hidden" name="revision" value={revision} key={revision} />
            <ScreenedPair
              name="summary"
              label={(one) => t(`write.summary.${one}`)}
              value={(one) => notes?.summary[one]}
              rows={4}
              refusal={refusal}
            />
            {agenda.map((item, n) => (
              <ScreenedPair
                key={item.es + item.en}
                name={`item.${n}.`}
                label={(one) => t(`write.item.${one}`, { title: item[language] })}
                value={(one) => notes?.items[n]?.[one]}
                rows={4}
                refusal={refusal}
              />
            ))}
            <Button type="submit" weight="first" busy={busy}>
              {t("write.act")}
            </Button>
          </CheckedOnce>
        )}
      </ActForm>
    </section>
  );
}
