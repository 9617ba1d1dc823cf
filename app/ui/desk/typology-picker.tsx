import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { useLanguage } from "~/i18n/use-language";
import { Select } from "~/ui/field/select";
import { useDesk } from "./desk-context";
import { deskForm } from "./desk-form";
import { addTo } from "./edits";
import { ItemTools } from "./item-tools";
import { PiecePair } from "./piece-pair";
import { ScriptButton } from "./script-button";

/** Typologies of the catalogue; what an imported document printed stays beside its code. */
export function TypologyPicker({ typologies }: Pick<AdvisoryContent, "typologies">) {
  const { t } = useTranslation("desk");
  const { keeper, editable, typologies: catalogue } = useDesk();
  const language = useLanguage();
  const [chosen, setChosen] = useState("");
  const free = catalogue.filter(({ code }) => !typologies.some((one) => one.code === code));
  const nameOf = (code: string) => {
    const name = catalogue.find((one) => one.code === code)?.name;
    return name ? name[language] || name.es || name.en : code;
  };
  return (
    <fieldset className="value-list" aria-label={t("typologies.name")} id="typologies">
      <h3>{t("typologies.name")}</h3>
      {typologies.length === 0 && <p className="part-empty">{t("typologies.none")}</p>}
      <ul>
        {typologies.map((typology, i) => (
          <li key={typology.code}>
            <span>
              {nameOf(typology.code)} <code>{typology.code}</code>
            </span>
            <ItemTools list="typologies" items={typologies} at={i} name={nameOf(typology.code)} />
            {typology.printed.es + typology.printed.en !== "" && (
              <PiecePair
                path={`typologies/${typology.code}/printed`}
                name={t("field.typologyPrinted")}
                text={typology.printed}
              />
            )}
          </li>
        ))}
      </ul>
      {editable && (
        <div className="add-row">
          <Select
            id="typology-to-add"
            name="+typologies"
            form={deskForm}
            label={t("typologies.choose")}
            none={t("typologies.noneChosen")}
            value={chosen}
            options={free.map(({ code }) => ({ value: code, name: nameOf(code) }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <ScriptButton
            size="small"
            disabled={chosen === ""}
            onClick={() => {
              addTo(
                keeper,
                "typologies",
                { code: chosen, printed: { es: "", en: "" } },
                typologies.at(-1)?.code ?? null,
              );
              setChosen("");
              // With nothing chosen the button rests and would drop the cursor.
              document.getElementById("typology-to-add")?.focus();
            }}
          >
            {t("typologies.add")}
          </ScriptButton>
        </div>
      )}
    </fieldset>
  );
}
