import { diff3Merge } from "node-diff3";
import type { Language } from "../advisories/advisory.form";
import { wordsOf } from "../advisories/text-diff";

/** Beyond this a merge would keep a person waiting; they are shown both texts instead. */
const mostTokens = 20_000;

/** Both people's edits of one text, or undefined where they touch the same words. */
export function mergeText(
  base: string,
  mine: string,
  theirs: string,
  language: Language,
): string | undefined {
  const lines = (text: string) => text.split(/(?<=\n)/);
  const merged: string[] = [];
  for (const block of merge(lines(base), lines(mine), lines(theirs)) ?? [undefined]) {
    if (!block) return undefined;
    if (block.ok) {
      merged.push(...block.ok);
      continue;
    }
    const { a = [], o = [], b = [] } = block.conflict ?? {};
    const words = (part: string[]) => wordsOf(part.join(""), language);
    const inner = merge(words(o), words(a), words(b));
    if (!inner?.every(({ ok }) => ok)) return undefined;
    merged.push(...inner.flatMap(({ ok }) => ok ?? []));
  }
  return merged.join("");
}

function merge(base: string[], mine: string[], theirs: string[]) {
  if (base.length + mine.length + theirs.length > mostTokens) return undefined;
  return diff3Merge(mine, base, theirs, { excludeFalseConflicts: true });
}
