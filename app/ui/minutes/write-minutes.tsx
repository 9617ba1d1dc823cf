import { useTranslation } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";
import type { FoundMinutes } from "~/domain/minutes/minutes.server";
import type { Refusal } from "~/http/outcomes";
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
          <>
            <input type="hidden" name="revision" value={revision} key={revision} />
            <NotesFields
              titles={agenda.map((item) => item[language])}
              value={(one, _, n) => (n === undefined ? notes?.summary : notes?.items[n])?.[one]}
              refusal={refusal}
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

type Fields = {
  /** Of the items of the agenda, in their order. */
  titles: string[];
  /** What stands in a field; `n` is the item that it is of. */
  value(language: Language, field: string, n?: number): string | undefined;
  refusal: Refusal | undefined;
};

export function NotesFields({ titles, value, refusal }: Fields) {
  const { t } = useTranslation("minutes");
  return (
    <CheckedOnce>
      <ScreenedPair
        name="summary"
        label={(one) => t(`write.summary.${one}`)}
        value={(one, field) => value(one, field)}
        rows={4}
        refusal={refusal}
      />
      {titles.map((title, n) => (
        <ScreenedPair
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place on the agenda
          key={`item.${n}.`}
          name={`item.${n}.`}
          label={(one) => t(`write.item.${one}`, { title })}
          value={(one, field) => value(one, field, n)}
          rows={4}
          refusal={refusal}
        />
      ))}
    </CheckedOnce>
  );
}
