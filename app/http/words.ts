import { z } from "zod";
import type { WordChange, WordConflict, Words } from "~/domain/drafts/change-words";
import { type Refused, refused } from "~/domain/outcome";
import { atFields } from "./screened";
import { typedText } from "./typed-text";

const read = z.record(z.string(), z.string());

function readIn(json: string): Words {
  try {
    return read.safeParse(JSON.parse(json)).data ?? {};
  } catch {
    return {};
  }
}

/** A form of words sent without scripts: its fields, as changes of what was read. `empty`: what it holds before anything is written. */
export function wordsIn(form: FormData, empty: Words): { typed: Words; changes: WordChange[] } {
  const text = typedText(form);
  const was = { ...empty, ...readIn(text("was")) };
  const names = Object.keys(empty).filter((name) => form.has(name));
  const typed = Object.fromEntries(names.map((name) => [name, text(name).replaceAll("\r\n", "\n")]));
  const changes = names.map((path) => ({
    kind: "set" as const,
    path,
    was: was[path] ?? "",
    now: typed[path] ?? "",
  }));
  return { typed, changes };
}

type Kept = { conflicts: WordConflict[]; refusals: { path: string; reason: string }[] };

/** What of such a form was not kept: the refusal that says so, and each field with both texts or the reason. */
export function unkeptOf({ conflicts, refusals }: Kept, typed: Words) {
  const [first] = refusals;
  const refusal: Refused | undefined = first
    ? atFields(
        refused(first.reason),
        Object.fromEntries(refusals.map(({ path }) => [path, typed[path] ?? ""])),
      )
    : conflicts.length > 0
      ? refused("words_changed_meanwhile")
      : undefined;
  const held = Object.fromEntries([
    ...conflicts.map(({ path, mine, theirs }) => [path, { mine, theirs }] as const),
    ...refusals.map(({ path, reason }) => [path, { mine: typed[path] ?? "", reason }] as const),
  ]);
  return refusal && { refusal, held };
}

/** All that was typed, again: of what was refused as a whole. */
export const allHeld = (typed: Words, reason: string) =>
  Object.fromEntries(Object.entries(typed).map(([path, mine]) => [path, { mine, reason }]));
