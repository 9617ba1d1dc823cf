import { useTranslation } from "react-i18next";
import { type Section, sectionKinds, tlpLabels } from "~/domain/advisories/advisory.form";
import { AddButton } from "./add-button";
import { useDesk } from "./desk-context";
import { ItemTools } from "./item-tools";
import { Part } from "./part";
import { PiecePair } from "./piece-pair";
import { OneOf } from "./value-fields";

export function SectionsPart({ sections }: { sections: Section[] }) {
  const { t } = useTranslation("desk");
  const { shown } = useDesk();
  return (
    <Part id="part-sections" name={t("parts.sections")}>
      {sections.length === 0 && <p className="part-empty">{t("sections.none")}</p>}
      <ol className="desk-items">
        {sections.map((section, i) => (
          <SectionItem key={section.id} section={section} sections={sections} at={i} />
        ))}
      </ol>
      <AddButton
        list="sections"
        items={sections}
        item={{
          kind: "background",
          heading: { es: "", en: "" },
          body: { es: "", en: "" },
          tlp: shown.content.tlp,
        }}
        first="heading"
      >
        {t("sections.add")}
      </AddButton>
    </Part>
  );
}

function SectionItem({ section, sections, at }: { section: Section; sections: Section[]; at: number }) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const name = t("sections.nth", { n: at + 1 });
  const path = `sections/${section.id}`;
  return (
    <li className="desk-item" id={`item-${path}`} aria-label={name}>
      <div className="item-head">
        <h3 className="label">{name}</h3>
        <OneOf
          path={`${path}/kind`}
          label={t("sections.kind")}
          value={section.kind}
          options={sectionKinds.map((kind) => ({ value: kind, name: term(`sectionKind.${kind}`) }))}
        />
        <OneOf
          path={`${path}/tlp`}
          label={t("tlp")}
          value={section.tlp}
          options={tlpLabels.map((label) => ({ value: label, name: `TLP:${label}` }))}
        />
        <ItemTools list="sections" items={sections} at={at} name={name} />
      </div>
      <PiecePair path={`${path}/heading`} name={t("field.sectionHeading")} text={section.heading} required />
      <PiecePair path={`${path}/body`} name={t("field.sectionBody")} text={section.body} required />
    </li>
  );
}
