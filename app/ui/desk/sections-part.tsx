import { useTranslation } from "react-i18next";
import { v4 as newId } from "uuid";
import { type Section, sectionKinds, tlpLabels } from "~/domain/advisories/advisory.form";
import { useDesk } from "./desk-context";
import { addTo } from "./edits";
import { ItemTools } from "./item-tools";
import { Part } from "./part";
import { PiecePair } from "./piece-pair";
import { ScriptButton } from "./script-button";
import { OneOf } from "./value-fields";

export function SectionsPart({ sections }: { sections: Section[] }) {
  const { t } = useTranslation("desk");
  const { keeper, editable, shown } = useDesk();
  const add = () => {
    const section: Section = {
      id: newId(),
      kind: "background",
      heading: { es: "", en: "" },
      body: { es: "", en: "" },
      tlp: shown.content.tlp,
    };
    addTo(keeper, "sections", section, sections.at(-1)?.id ?? null);
  };
  return (
    <Part id="part-sections" name={t("parts.sections")}>
      {sections.length === 0 && <p className="part-empty">{t("sections.none")}</p>}
      <ol className="desk-items">
        {sections.map((section, i) => (
          <SectionItem key={section.id} section={section} sections={sections} at={i} />
        ))}
      </ol>
      {editable && <ScriptButton onClick={add}>{t("sections.add")}</ScriptButton>}
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
      <PiecePair path={`${path}/body`} name={t("field.sectionBody")} text={section.body} long required />
    </li>
  );
}
