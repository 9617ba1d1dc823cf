import { z } from "zod";
import { storable } from "~/domain/storable";
import type { Language } from "../advisories/advisory.form";
import { mergeText } from "./merge-text";

/** The fields of a short text that several people write, by name; one that ends in `Es` or `En` holds words of that language. */
export type Words = Record<string, string>;

const longest = 200_000;
export const wordChanges = z
  .array(
    z.object({
      kind: z.literal("set"),
      path: z.string().max(60),
      /** What the writer saw there. */
      was: z.string().max(longest),
      now: z.string().max(longest),
    }),
  )
  .max(200);
export type WordChange = z.infer<typeof wordChanges>[number];

export type WordConflict = { path: string; mine: string; theirs: string };

/** What people type is stored composed (NFC) and with one sign for the end of a line. */
const plain = (text: string) => storable(text).normalize("NFC").replaceAll("\r\n", "\n");

/** Applies changes in order, as `applyChanges` does to a draft: both people's words where they touch others, else a conflict. */
export function changeWords(before: Words, changes: WordChange[]) {
  const words = { ...before };
  const conflicts: WordConflict[] = [];
  for (const change of changes) {
    const { path } = change;
    const theirs = words[path];
    const [was, now] = [plain(change.was), plain(change.now)];
    if (theirs === undefined || theirs === now || was === now) continue;
    const language = languageOf(path);
    const merged = theirs === was ? now : language && mergeText(was, now, theirs, language);
    if (merged === undefined) conflicts.push({ path, mine: now, theirs });
    else words[path] = merged;
  }
  return { words, conflicts };
}

const languageOf = (path: string): Language | undefined =>
  path.endsWith("Es") ? "es" : path.endsWith("En") ? "en" : undefined;
