import type { DraftChange } from "~/domain/drafts/draft-change";
import type { Held } from "./kept-edits";

/**
 * The content with our unsaved changes on top, whatever they were made on: what a page shows while they wait. Unlike
 * `applyChanges` it takes what does not fit, so that a half-typed value stays in its field, and it shares every part that did
 * not change, so that only what changed is drawn again.
 */
export function withOurs<Content>(
  content: Content,
  pending: DraftChange[],
  held: Record<string, Held>,
): Content {
  let shown: unknown = content;
  for (const change of pending) shown = applied(shown, change);
  for (const [path, { mine }] of Object.entries(held)) {
    if (mine !== undefined) shown = setIn(shown, path.split("/"), () => mine);
  }
  // Only leaves and items were replaced, each by a value of its field.
  return shown as Content;
}

export function valueAt(content: unknown, path: string): unknown {
  let here: unknown = content;
  for (const step of path.split("/")) {
    here = Array.isArray(here)
      ? here.find((item) => nameOf(item) === step)
      : isRecord(here)
        ? here[step]
        : undefined;
  }
  return here;
}

function applied(shown: unknown, change: DraftChange): unknown {
  if (change.kind === "set") return setIn(shown, change.path.split("/"), () => change.now);
  if (change.kind === "add") {
    return setIn(shown, change.list.split("/"), (list) =>
      Array.isArray(list) && !list.some((item) => nameOf(item) === nameOf(change.item))
        ? inserted(list, change.item, change.after)
        : list,
    );
  }
  const steps = change.path.split("/");
  const name = steps.pop();
  return setIn(shown, steps, (list) => {
    if (!Array.isArray(list)) return list;
    const item = list.find((one) => nameOf(one) === name);
    const rest = list.filter((one) => one !== item);
    return change.kind === "move" && item !== undefined ? inserted(rest, item, change.after) : rest;
  });
}

function setIn(here: unknown, steps: string[], make: (before: unknown) => unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return make(here);
  if (Array.isArray(here))
    return here.map((item) => (nameOf(item) === step ? setIn(item, rest, make) : item));
  if (isRecord(here) && Object.hasOwn(here, step)) return { ...here, [step]: setIn(here[step], rest, make) };
  return here;
}

function inserted(list: unknown[], item: unknown, after: string | null): unknown[] {
  const at = after === null ? 0 : list.findIndex((one) => nameOf(one) === after) + 1;
  return after !== null && at === 0 ? [...list, item] : [...list.slice(0, at), item, ...list.slice(at)];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const nameOf = (item: unknown) => (isRecord(item) ? (item.id ?? item.code) : undefined);
