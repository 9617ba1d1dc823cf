import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { WithoutScripts } from "~/ui/page/without-scripts";
import { IconActButton } from "./act-button";
import { Conflict } from "./conflict";
import { useDesk } from "./desk-context";
import { deskForm } from "./desk-form";
import { ScriptButton } from "./script-button";

type Props<Item> = {
  /** Written as a whole: its items have no identity of their own. */
  path: string;
  name: string;
  add: string;
  items: readonly Item[];
  fresh: () => Item;
  /** The row to fill in where there are no scripts; a fresh one unless said. */
  blank?: Item;
  /** Items that stay, as the lead issuer does. */
  fixed?: (item: Item) => boolean;
  row: (item: Item, change: (next: Item) => void, id: string, nameOf: (field: string) => string) => ReactNode;
  nothing?: string;
};

/** A list of small facts that are the same in both languages. */
export function ValueList<Item>({
  path,
  name,
  add,
  items,
  fresh,
  blank = fresh(),
  fixed,
  row,
  nothing,
}: Props<Item>) {
  const { t } = useTranslation("desk");
  const { keeper, shown, editable } = useDesk();
  const id = useId();
  const held = shown.held[path];
  const write = (next: Item[]) => keeper.set(path, items, next);
  const { list, expect } = useCursorInAdded(items.length);
  return (
    <fieldset className="value-list" aria-label={name} id={path}>
      <h3>{name}</h3>
      {items.length === 0 && nothing && <p className="part-empty">{nothing}</p>}
      <ul ref={list}>
        {items.map((item, i) => {
          const label = t("items.nth", { name, n: i + 1 });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the items are values; their place is all they have
            <li key={i}>
              <fieldset disabled={!editable} aria-label={label}>
                {row(
                  item,
                  (next) => write(items.map((one, j) => (j === i ? next : one))),
                  `${id}-${i}`,
                  (field) => `${path}#${i}#${field}`,
                )}
                {editable && !fixed?.(item) && (
                  <IconActButton
                    name={t("items.remove", { name: label })}
                    data-tone="danger"
                    act={{ kind: "drop", path, at: i }}
                    onAct={() => write(items.filter((_, j) => j !== i))}
                  >
                    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                      <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
                    </svg>
                  </IconActButton>
                )}
              </fieldset>
            </li>
          );
        })}
      </ul>
      {held?.reason && <ListRefusal reason={held.reason} />}
      {held?.theirs !== undefined && <Conflict path={path} name={name} held={held} />}
      {editable && (
        <>
          <WithoutScripts>
            {() => (
              <fieldset aria-label={add}>
                <p className="label">{add}</p>
                <input type="hidden" name={`${path}#fresh`} value={JSON.stringify(blank)} form={deskForm} />
                {row(
                  blank,
                  () => {},
                  `${id}-fresh`,
                  (field) => `${path}#${items.length}#${field}`,
                )}
              </fieldset>
            )}
          </WithoutScripts>
          <ScriptButton
            size="small"
            onClick={() => {
              expect();
              write([...items, fresh()]);
            }}
          >
            {add}
          </ScriptButton>
        </>
      )}
    </fieldset>
  );
}

/** The cursor goes into the row that one has just added, not into one that somebody else did. */
function useCursorInAdded(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const expected = useRef(false);
  const before = useRef(count);
  useEffect(() => {
    const grew = count > before.current;
    before.current = count;
    if (!grew || !expected.current) return;
    expected.current = false;
    list.current?.lastElementChild?.querySelector<HTMLElement>("select, input, textarea")?.focus();
  }, [count]);
  const expect = () => {
    expected.current = true;
  };
  return { list, expect };
}

function ListRefusal({ reason }: { reason: string }) {
  const { t } = useTranslation("refused");
  return (
    <p className="wrong" role="status">
      <span>{t(reason.replace(/^errors\./, "") as "unexpected")}</span>
    </p>
  );
}
