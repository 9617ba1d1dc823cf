import { useTranslation } from "react-i18next";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { AddButton } from "./add-button";
import { ItemTools } from "./item-tools";
import { PiecePair } from "./piece-pair";

export function Groups({ groups }: { groups: AdvisoryContent["groups"] }) {
  const { t } = useTranslation("desk");
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
      <AddButton size="small" list="groups" items={groups} item={{ name: { es: "", en: "" } }} first="name">
        {t("groups.add")}
      </AddButton>
    </fieldset>
  );
}
