import { useTranslation } from "react-i18next";
import { useDesk } from "./desk-context";
import { keyOf, removeFrom, step } from "./edits";

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
  return (
    <span className="item-tools needs-script">
      <button
        type="button"
        className="icon-button"
        disabled={at === 0}
        aria-label={t("items.up", { name })}
        title={t("items.up", { name })}
        onClick={() => step(keeper, list, items, at, -1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d="M8 13V3M3.5 7.5L8 3l4.5 4.5" />
        </svg>
      </button>
      <button
        type="button"
        className="icon-button"
        disabled={at === items.length - 1}
        aria-label={t("items.down", { name })}
        title={t("items.down", { name })}
        onClick={() => step(keeper, list, items, at, 1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d="M8 3v10M3.5 8.5L8 13l4.5-4.5" />
        </svg>
      </button>
      {removable && (
        <button
          type="button"
          className="icon-button"
          data-tone="danger"
          aria-label={t("items.remove", { name })}
          title={t("items.remove", { name })}
          onClick={() => removeFrom(keeper, `${list}/${keyOf(item)}`)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
          </svg>
        </button>
      )}
    </span>
  );
}
