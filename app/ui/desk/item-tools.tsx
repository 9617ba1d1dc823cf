import { useTranslation } from "react-i18next";
import { IconActButton } from "./act-button";
import { useDesk } from "./desk-context";
import { afterStep, keyOf, moveAfter, removeFrom } from "./edits";

type Props = {
  list: string;
  items: ({ id: string } | { code: string })[];
  at: number;
  /** Names the item for whoever does not see it: "RF-07", "Sección 2". */
  name: string;
  /** Left out where an item may not be removed. */
  removable?: boolean;
};

/** Up, down and remove for one item of a list. */
export function ItemTools({ list, items, at, name, removable = true }: Props) {
  const { keeper, editable } = useDesk();
  const { t } = useTranslation("desk");
  const item = items[at];
  if (!editable || !item) return null;
  const path = `${list}/${keyOf(item)}`;
  const move = (by: -1 | 1, words: string, drawn: string) => {
    const after = afterStep(items, at, by);
    return (
      <IconActButton
        name={words}
        disabled={after === undefined}
        act={{ kind: "move", path, after: after ?? null }}
        onAct={() => after !== undefined && moveAfter(keeper, path, after)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d={drawn} />
        </svg>
      </IconActButton>
    );
  };
  return (
    <span className="item-tools">
      {move(-1, t("items.up", { name }), "M8 13V3M3.5 7.5L8 3l4.5 4.5")}
      {move(1, t("items.down", { name }), "M8 3v10M3.5 8.5L8 13l4.5-4.5")}
      {removable && (
        <IconActButton
          name={t("items.remove", { name })}
          data-tone="danger"
          act={{ kind: "remove", path }}
          onAct={() => removeFrom(keeper, path)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
          </svg>
        </IconActButton>
      )}
    </span>
  );
}
