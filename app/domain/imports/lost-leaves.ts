import type { AdvisoryContent } from "~/domain/advisories/advisory.form";

/** Every word and figure that a file holds, with where it stands. */
function leavesOf(value: unknown, path: string): { path: string; value: string }[] {
  if (value === null || value === undefined || value === "") return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => leavesOf(item, `${path}[${i}]`));
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([key, item]) => leavesOf(item, path ? `${path}.${key}` : key));
  }
  return [{ path, value: String(value) }];
}

const fold = (text: string) => text.replace(/\s+/g, " ").trim();

/**
 * The places of a file whose words are nowhere in the content that was made of it: an independent check, by text alone,
 * that nothing was lost. Empty when the document went in whole.
 */
export function lostLeaves(file: unknown, content: AdvisoryContent): string[] {
  // Printed terms that mean one typology are kept joined.
  const held = new Set(leavesOf(content, "").flatMap(({ value }) => [value, ...value.split("; ")].map(fold)));
  const all = fold(JSON.stringify([...held]));
  return leavesOf(file, "")
    .filter(({ value }) => {
      const wanted = fold(value);
      // A long text may stand inside another (joined terms, a record kept as its JSON); a short one must stand by itself.
      return !held.has(wanted) && (wanted.length < 8 || !all.includes(JSON.stringify(wanted).slice(1, -1)));
    })
    .map(({ path }) => path);
}
