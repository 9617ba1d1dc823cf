import { useTranslation } from "react-i18next";
import { type AdvisoryContent, tlpLabels, translationStates } from "~/domain/advisories/advisory.form";
import { useDesk } from "./desk-context";
import { Part } from "./part";
import { PiecePair } from "./piece-pair";
import { OneOf } from "./value-fields";

/** Title, summary and, in an amendment, what changed. */
export function FrontPart({ content }: { content: AdvisoryContent }) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const { baseVersion } = useDesk();
  return (
    <Part id="part-front" name={t("parts.front")}>
      <div className="value-grid">
        <OneOf
          path="tlp"
          label={t("tlpWhole")}
          value={content.tlp}
          options={tlpLabels.map((one) => ({ value: one, name: `TLP:${one}` }))}
        />
        {content.origin === "imported" &&
          (["es", "en"] as const).map((language) => (
            <OneOf
              key={language}
              path={`translation/${language}`}
              label={t("translationOf", { language: t(`language.${language}`) })}
              value={content.translation[language]}
              options={translationStates.map((one) => ({ value: one, name: term(`translation.${one}`) }))}
            />
          ))}
      </div>
      {baseVersion !== null && (
        <PiecePair
          path="changeNote"
          name={t("field.changeNote")}
          hint={t("changeNoteHint", { n: baseVersion })}
          text={content.changeNote}
          required
        />
      )}
      <PiecePair path="title" name={t("field.title")} text={content.title} required />
      <PiecePair path="summary" name={t("field.summary")} text={content.summary} required />
    </Part>
  );
}
