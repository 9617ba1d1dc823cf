import { useTranslation } from "react-i18next";
import type { SubPoint } from "~/domain/advisories/advisory.form";
import { AddButton } from "./add-button";
import { ItemTools } from "./item-tools";
import { PiecePair } from "./piece-pair";

type Props = { list: string; points: SubPoint[]; label: string };

/** Points under a red flag, and points under those. `label` grows with the depth: RF-07.2.1. */
export function SubPoints({ list, points, label }: Props) {
  const { t } = useTranslation("desk");
  const deep = label.split(".").length > 3;
  return (
    <fieldset className="sub-points-desk" aria-label={t("subPoints.of", { id: label })}>
      {points.map((point, i) => {
        const name = `${label}.${i + 1}`;
        return (
          <div key={point.id} className="text-item">
            <PiecePair
              path={`${list}/${point.id}/text`}
              name={`${name} · ${t("field.subPoint")}`}
              text={point.text}
              required
            />
            <ItemTools list={list} items={points} at={i} name={name} />
            {!deep && <SubPoints list={`${list}/${point.id}/sub`} points={point.sub} label={name} />}
          </div>
        );
      })}
      <AddButton
        size="small"
        weight="quiet"
        list={list}
        items={points}
        item={{ text: { es: "", en: "" }, sub: [] }}
        first="text"
      >
        {t("subPoints.add", { id: label })}
      </AddButton>
    </fieldset>
  );
}
