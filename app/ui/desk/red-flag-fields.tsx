import { useTranslation } from "react-i18next";
import {
  type AdvisoryContent,
  observationPoints,
  type RedFlag,
  redFlagStates,
  strengths,
  tlpLabels,
} from "~/domain/advisories/advisory.form";
import { useDesk } from "./desk-context";
import { PiecePair } from "./piece-pair";
import { SimilarFlags } from "./similar-flags";
import { SubPoints } from "./sub-points";
import { Techniques } from "./techniques";
import { TextItems } from "./text-items";
import { Line, OneOf, SeveralOf, Tags } from "./value-fields";

type Props = { flag: RedFlag; groups: AdvisoryContent["groups"]; label: string };

export function RedFlagFields({ flag, groups, label }: Props) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const { baseVersion, issuedFlags, editable } = useDesk();
  const path = `redFlags/${flag.id}`;
  const named = (field: string) => `${label} · ${field}`;
  return (
    <div className="flag-fields">
      <PiecePair path={`${path}/text`} name={named(t("field.redFlagText"))} text={flag.text} required />
      {editable && flag.home === null && <SimilarFlags flag={flag} label={label} />}
      <PiecePair path={`${path}/heading`} name={named(t("field.redFlagHeading"))} text={flag.heading} />
      <SubPoints list={`${path}/sub`} points={flag.sub} label={label} />
      <PiecePair
        path={`${path}/suggestedControl`}
        name={named(t("field.suggestedControl"))}
        text={flag.suggestedControl}
      />
      <PiecePair
        path={`${path}/falsePositiveNote`}
        name={named(t("field.falsePositiveNote"))}
        text={flag.falsePositiveNote}
      />
      <PiecePair path={`${path}/dataNeeded`} name={named(t("field.dataNeeded"))} text={flag.dataNeeded} />
      <TextItems
        list={`${path}/footnotes`}
        name={named(t("field.footnote"))}
        add={t("redFlags.addFootnote", { id: label })}
        items={flag.footnotes}
      />
      <div className="value-grid">
        <SeveralOf
          path={`${path}/observableAt`}
          label={named(t("redFlags.observableAt"))}
          value={flag.observableAt}
          options={observationPoints.map((one) => ({ value: one, name: term(`observableAt.${one}`) }))}
        />
        <OneOf
          path={`${path}/strength`}
          label={named(t("redFlags.strength"))}
          value={flag.strength}
          none={t("redFlags.noStrength")}
          options={strengths.map((one) => ({ value: one, name: term(`strength.${one}`) }))}
        />
        <OneOf
          path={`${path}/tlp`}
          label={named(t("tlp"))}
          value={flag.tlp}
          options={tlpLabels.map((one) => ({ value: one, name: `TLP:${one}` }))}
        />
        <OneOf
          path={`${path}/group`}
          label={named(t("redFlags.group"))}
          value={flag.group}
          none={t("redFlags.noGroup")}
          options={groups.map(({ id, name }, i) => ({
            value: id,
            name: name.es || name.en || t("groups.nth", { n: i + 1 }),
          }))}
        />
        <Line path={`${path}/sourceCode`} label={named(t("redFlags.sourceCode"))} value={flag.sourceCode} />
        <Tags
          path={`${path}/combinesWith`}
          label={named(t("redFlags.combinesWith"))}
          hint={t("redFlags.combinesHint")}
          value={flag.combinesWith}
        />
      </div>
      <Techniques path={`${path}/amltrix`} value={flag.amltrix} label={named("AMLTRIX")} />
      {issuedFlags.includes(flag.id) && (
        <div className="value-grid">
          <OneOf
            path={`${path}/state`}
            label={named(t("redFlags.state"))}
            hint={t("redFlags.stateHint")}
            value={flag.state}
            options={redFlagStates.map((one) => ({ value: one, name: term(`redFlagState.${one}`) }))}
          />
          {flag.state === "merged-into" && (
            <Line
              path={`${path}/mergedInto`}
              label={named(t("redFlags.mergedInto"))}
              hint={t("redFlags.combinesHint")}
              value={flag.mergedInto}
              orNull
            />
          )}
        </div>
      )}
      {(baseVersion !== null || flag.changeNote.es + flag.changeNote.en !== "") && (
        <PiecePair
          path={`${path}/changeNote`}
          name={named(t("field.redFlagChangeNote"))}
          text={flag.changeNote}
          required={flag.state !== "active"}
        />
      )}
    </div>
  );
}
