import { useTranslation } from "react-i18next";
import { normaliseKeyTerm } from "~/domain/advisories/advisory";
import { type AdvisoryContent, mxReportTypes } from "~/domain/advisories/advisory.form";
import { AddButton } from "./add-button";
import { useDesk } from "./desk-context";
import { ItemTools } from "./item-tools";
import { Part } from "./part";
import { PiecePair } from "./piece-pair";
import { ScriptButton } from "./script-button";
import { Line, OneOf, SeveralOf, YesNo } from "./value-fields";

type Filing = AdvisoryContent["filing"];

export function FilingPart({ filing, groups }: { filing: Filing; groups: AdvisoryContent["groups"] }) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  return (
    <Part id="part-filing" name={t("parts.filing")} lead={<p>{t("filing.lead")}</p>}>
      <h3>{t("filing.us")}</h3>
      <KeyTerms keyTerms={filing.us.keyTerms} groups={groups} />
      <FieldLines fields={filing.us.fields} />
      <h3>{t("filing.mx")}</h3>
      <SeveralOf
        path="filing/mx/reportTypes"
        label={t("filing.reportTypes")}
        value={filing.mx.reportTypes}
        options={mxReportTypes.map((one) => ({ value: one, name: term(`reportType.${one}`) }))}
      />
      <PiecePair
        path="filing/mx/suggestedWording"
        name={t("field.suggestedWording")}
        text={filing.mx.suggestedWording}
      />
    </Part>
  );
}

function KeyTerms({
  keyTerms,
  groups,
}: {
  keyTerms: Filing["us"]["keyTerms"];
  groups: AdvisoryContent["groups"];
}) {
  const { t } = useTranslation("desk");
  const { keeper, editable } = useDesk();
  const list = "filing/us/keyTerms";
  return (
    <fieldset className="value-list" aria-label={t("filing.keyTerms")} id={list}>
      <h4>{t("filing.keyTerms")}</h4>
      <ul>
        {keyTerms.map((one, i) => {
          const name = t("filing.nthTerm", { n: i + 1 });
          const normalised = normaliseKeyTerm(one.printed);
          return (
            <li key={one.id}>
              <Line
                path={`${list}/${one.id}/printed`}
                label={`${name}: ${t("filing.printed")}`}
                value={one.printed}
              />
              <Line
                path={`${list}/${one.id}/normalised`}
                label={`${name}: ${t("filing.normalised")}`}
                value={one.normalised}
              />
              {editable && normalised !== "" && normalised !== one.normalised && (
                <ScriptButton
                  size="small"
                  onClick={() => keeper.set(`${list}/${one.id}/normalised`, one.normalised, normalised)}
                >
                  {t("filing.useNormalised", { term: normalised })}
                </ScriptButton>
              )}
              <OneOf
                path={`${list}/${one.id}/appliesTo`}
                label={`${name}: ${t("filing.appliesTo")}`}
                value={one.appliesTo}
                none={t("filing.whole")}
                options={groups.map(({ id, name: group }, j) => ({
                  value: id,
                  name: group.es || group.en || t("groups.nth", { n: j + 1 }),
                }))}
              />
              <YesNo
                path={`${list}/${one.id}/secondary`}
                label={t("filing.secondary")}
                value={one.secondary}
              />
              <ItemTools list={list} items={keyTerms} at={i} name={name} />
            </li>
          );
        })}
      </ul>
      <AddButton
        size="small"
        list={list}
        items={keyTerms}
        item={{ printed: "", normalised: "", appliesTo: null, secondary: keyTerms.length > 0 }}
        first="printed"
      >
        {t("filing.addTerm")}
      </AddButton>
    </fieldset>
  );
}

function FieldLines({ fields }: { fields: Filing["us"]["fields"] }) {
  const { t } = useTranslation("desk");
  const list = "filing/us/fields";
  return (
    <fieldset className="value-list" aria-label={t("filing.fields")} id={list}>
      <h4>{t("filing.fields")}</h4>
      <ul>
        {fields.map((field, i) => {
          const name = t("filing.nthField", { n: i + 1 });
          return (
            <li key={field.id}>
              <Line path={`${list}/${field.id}/text`} label={name} value={field.text} />
              <ItemTools list={list} items={fields} at={i} name={name} />
            </li>
          );
        })}
      </ul>
      <AddButton size="small" list={list} items={fields} item={{ text: "" }} first="text">
        {t("filing.addField")}
      </AddButton>
    </fieldset>
  );
}
