import { useTranslation } from "react-i18next";
import { v4 as newId } from "uuid";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { useDesk } from "./desk-context";
import { addTo } from "./edits";
import { ItemTools } from "./item-tools";
import { PiecePair } from "./piece-pair";
import { ScriptButton } from "./script-button";

export function Groups({ groups }: { groups: AdvisoryContent["groups"] }) {
  const { t } = useTranslation("desk");
  const { keeper, editable } = useDesk();
  return (
    <fieldset className="text-items" aria-label={t("groups.name")}>
      {groups.map((group, i) => {
        const name = t("groups.nth", { n: i + 1 });
        return (
          <div key={group.id} className="text-item">
            <PiecePair path={`groups/${group.id}/name`} name={name} text={group.name} required />
            <ItemTools list="groups" items={groups} at={i} name={name} />
          </div>
        );
      })}
      {editable && (
        <ScriptButton
          size="small"
          onClick={() =>
            addTo(keeper, "groups", { id: newId(), name: { es: "", en: "" } }, groups.at(-1)?.id ?? null)
          }
        >
          {t("groups.add")}
        </ScriptButton>
      )}
    </fieldset>
  );
}
