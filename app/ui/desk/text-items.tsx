import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import { AddButton } from "./add-button";
import { ItemTools } from "./item-tools";
import { PiecePair } from "./piece-pair";

type Props = {
  list: string;
  /** Name of one item, and what the button that adds one says. */
  name: string;
  add: string;
  items: { id: string; text: Text }[];
};

/** A list of bilingual lines. */
export function TextItems({ list, name, add, items }: Props) {
  const { t } = useTranslation("desk");
  return (
    <fieldset className="text-items" aria-label={name}>
      {items.map((item, i) => {
        const own = t("items.nth", { name, n: i + 1 });
        return (
          <div key={item.id} className="text-item">
            <PiecePair path={`${list}/${item.id}/text`} name={own} text={item.text} required />
            <ItemTools list={list} items={items} at={i} name={own} />
          </div>
        );
      })}
      <AddButton size="small" list={list} items={items} item={{ text: { es: "", en: "" } }} first="text">
        {add}
      </AddButton>
    </fieldset>
  );
}
