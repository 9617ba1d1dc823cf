import type { ComponentProps } from "react";
import { v4 as newId } from "uuid";
import type { Button } from "~/ui/action/button";
import { ActButton } from "./act-button";
import { useDesk } from "./desk-context";
import { addTo, keyOf } from "./edits";

type Props = Omit<ComponentProps<typeof Button>, "onClick"> & {
  list: string;
  items: readonly ({ id: string } | { code: string })[];
  /** What the new item holds; its id is given when it is made. */
  item: Record<string, unknown>;
  /** Piece of the item that is written first: the cursor goes there. */
  first?: string;
};

/** Adds an item at the end of a list; not there for who may only read. */
export function AddButton({ list, items, item, first, ...rest }: Props) {
  const { keeper, editable, reveal } = useDesk();
  if (!editable) return null;
  const last = items.at(-1);
  const after = last ? keyOf(last) : null;
  const add = () => {
    const id = newId();
    addTo(keeper, list, { ...item, id }, after);
    if (first) reveal(`${list}/${id}/${first}`);
  };
  return <ActButton {...rest} act={{ kind: "add", list, item, after }} onAct={add} />;
}
