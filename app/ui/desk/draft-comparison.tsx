import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Comparison, ItemChange } from "~/domain/advisories/comparison";
import { saidIn } from "~/domain/advisories/reading";
import { useLanguage } from "~/i18n/use-language";
import { ChangeMarks } from "~/ui/changes/change-marks";
import { FieldChanges } from "~/ui/changes/field-changes";
import { PieceChanges } from "~/ui/changes/piece-changes";
import { SaidText } from "~/ui/text/said";

type Props = { number: string; baseVersion: number; note: Text; comparison: Comparison };

/** The same marks as the public page of what changed, between the issued version and this draft. */
export function DraftComparison({ baseVersion, note, comparison }: Props) {
  const language = useLanguage();
  const { t } = useTranslation("desk");
  const { t: reading } = useTranslation("reading");
  const { fields, lists, sections, redFlags } = comparison;
  // Each version has a note of its own, which tells of the change: it is not itself what changed.
  const pieces = comparison.pieces.filter(({ path }) => path !== "changeNote");
  const same = [pieces, fields, lists, sections, redFlags].every((part) => part.length === 0);
  const said = saidIn(language, note);
  return (
    <div className="changes">
      <p>{t("comparison.lead", { n: baseVersion })}</p>
      <p className="part-empty">{reading(same ? "changes.none" : "changes.legend")}</p>
      {said && (
        <section className="desk-part">
          <h2>{reading("changes.note")}</h2>
          <SaidText as="p" said={said} />
        </section>
      )}
      {pieces.length > 0 && (
        <section className="desk-part">
          <h2>{reading("changes.texts")}</h2>
          <PieceChanges pieces={pieces} />
        </section>
      )}
      {sections.length > 0 && (
        <section className="desk-part">
          <h2>{t("parts.sections")}</h2>
          {sections.map((section) => (
            <Item key={section.id} item={section} name={section.heading} label="" />
          ))}
        </section>
      )}
      {redFlags.length > 0 && (
        <section className="desk-part">
          <h2>{t("parts.redFlags")}</h2>
          {redFlags.map((flag) => (
            <Item
              key={flag.id}
              item={flag}
              name={flag.text}
              label={`RF-${String(flag.n).padStart(2, "0")}`}
            />
          ))}
        </section>
      )}
      {fields.length + lists.length > 0 && (
        <section className="desk-part">
          <h2>{t("parts.facts")}</h2>
          <FieldChanges fields={fields} lists={lists} />
        </section>
      )}
    </div>
  );
}

function Item({ item, name, label }: { item: ItemChange; name: Text; label: string }) {
  const language = useLanguage();
  return (
    <div className="desk-item">
      <div className="item-head">
        {label === "" ? (
          <SaidText as="h3" said={saidIn(language, name)} />
        ) : (
          <h3 className="flag-label number">{label}</h3>
        )}
        <ChangeMarks item={item} />
      </div>
      {label !== "" && item.pieces.length === 0 && <SaidText as="p" said={saidIn(language, name)} />}
      <PieceChanges pieces={item.pieces} isNew={item.before === null} />
      <FieldChanges fields={item.fields} />
    </div>
  );
}
