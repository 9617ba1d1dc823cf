import { diff3Merge } from "node-diff3";
import { z } from "zod";
import { type AdvisoryContent, advisoryContentSchema } from "~/domain/advisories/advisory.form";

/**
 * Edits of a draft, small enough that two people seldom meet in one. A path names a place by the ids of the items on
 * the way: `title/es`, `redFlags/<id>/text/en`, `filing/us/keyTerms/<id>/printed`; a typology and a failure by code.
 */
const path = z.string().min(1).max(400);
export const draftChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("set"), path, was: z.unknown(), now: z.unknown() }),
  z.object({ kind: z.literal("add"), list: path, item: z.unknown(), after: z.string().nullable() }),
  z.object({ kind: z.literal("remove"), path }),
  z.object({ kind: z.literal("move"), path, after: z.string().nullable() }),
]);
export const draftChanges = z.array(draftChange).max(2000);
export type DraftChange = z.infer<typeof draftChange>;

/** Two people's different words at one place: neither is lost, the writer decides. */
export type Conflict = {
  path: string;
  kind: "changed" | "removed";
  was: unknown;
  theirs: unknown;
  mine: unknown;
};
export type Refusal = { path: string; reason: string };
export type Applied = {
  content: AdvisoryContent;
  conflicts: Conflict[];
  refusals: Refusal[];
  touched: string[];
};

/** Applies changes in order. One that conflicts or does not fit is left out; all others stand. Twice is the same as once. */
export function applyChanges(content: AdvisoryContent, changes: DraftChange[]): Applied {
  const together = apply(content, changes);
  if (advisoryContentSchema.safeParse(together.content).success) return together;
  // One of them breaks a rule of the form: find which, one at a time.
  const sofar: Applied = { content, conflicts: [], refusals: [], touched: [] };
  for (const change of changes) {
    const next = apply(sofar.content, [change]);
    const valid = advisoryContentSchema.safeParse(next.content);
    if (valid.success) {
      sofar.content = valid.data;
      sofar.conflicts.push(...next.conflicts);
      sofar.refusals.push(...next.refusals);
      sofar.touched = [...new Set([...sofar.touched, ...next.touched])];
    } else {
      const reason = valid.error.issues[0]?.message ?? "errors.invalid";
      sofar.refusals.push({ path: placeOf(change), reason });
    }
  }
  return sofar;
}

export const placeOf = (change: DraftChange) => (change.kind === "add" ? change.list : change.path);

type Item = Record<string, unknown>;
type Parent = { holder: Item; key: string } | { holder: Item[]; index: number };

/** Lists of items with an id (or code) of their own: changed item by item, never as a whole. */
const lists = new Set([
  "sections",
  "groups",
  "redFlags",
  "sub",
  "footnotes",
  "typologies",
  "shareWith",
  "predicates",
  "products",
  "keyTerms",
  "fields",
  "attachments",
  "institutions",
  "scale",
  "failures",
]);
/** Small records that are set as a whole. */
const wholes = new Set(["audience", "date", "period"]);
/** What a red flag or item is, not what it says. */
const fixed = new Set(["id", "n", "home", "code", "type"]);

function apply(before: AdvisoryContent, changes: DraftChange[]): Applied {
  const content = structuredClone(before);
  const root: Item = content;
  const conflicts: Conflict[] = [];
  const refusals: Refusal[] = [];
  const touched = new Set<string>();

  for (const change of changes) {
    const at = placeOf(change);
    const refuse = (reason: string) => refusals.push({ path: at, reason });
    if (change.kind === "set") {
      const place = find(root, at);
      if (place === "unknown") refuse("errors.unknown_place");
      else if (place === "gone") {
        conflicts.push({ path: at, kind: "removed", was: change.was, theirs: null, mine: change.now });
      } else if ("index" in place || !maySet(place.key, place.holder[place.key]))
        refuse("errors.not_settable");
      else {
        const theirs = place.holder[place.key];
        const merged = merge(change.was, change.now, theirs);
        if (merged === undefined) {
          conflicts.push({ path: at, kind: "changed", was: change.was, theirs, mine: change.now });
        } else if (!same(merged.value, theirs)) {
          place.holder[place.key] = merged.value;
          touched.add(at);
        }
      }
    } else if (change.kind === "add") {
      const list = listAt(root, at);
      const name = isItem(change.item) ? nameOf(change.item) : undefined;
      if (list === "gone") {
        conflicts.push({ path: at, kind: "removed", was: null, theirs: null, mine: change.item });
      } else if (list === "unknown" || !name) refuse("errors.unknown_place");
      else if (!list.some((item) => nameOf(item) === name)) {
        insert(list, structuredClone(change.item as Item), change.after);
        touched.add(`${at}/${name}`);
      }
    } else {
      const place = find(root, at);
      if (place === "unknown") refuse("errors.unknown_place");
      else if (place !== "gone") {
        if (!("index" in place)) refuse("errors.not_settable");
        else {
          const [item] = place.holder.splice(place.index, 1);
          if (change.kind === "move" && item) {
            insert(place.holder, item, change.after);
            if (place.holder[place.index] === item) continue;
          }
          touched.add(at);
        }
      }
    }
  }
  return { content, conflicts, refusals, touched: [...touched] };
}

const isItem = (value: unknown): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is Item[] => Array.isArray(value) && value.every(isItem);

const nameOf = (item: Item) =>
  typeof item.id === "string" ? item.id : typeof item.code === "string" ? item.code : undefined;

function insert(list: Item[], item: Item, after: string | null) {
  const index = after === null ? 0 : list.findIndex((one) => nameOf(one) === after) + 1;
  list.splice(after !== null && index === 0 ? list.length : index, 0, item);
}

/** Where a path leads: a place, a thing that is gone (an item that was there once), or nowhere at all. */
function find(root: Item, at: string): Parent | "gone" | "unknown" {
  const steps = at.split("/");
  let here: unknown = root;
  let parent: Parent | undefined;
  for (const [i, step] of steps.entries()) {
    if (isItem(here)) {
      if (!Object.hasOwn(here, step)) return "unknown";
      parent = { holder: here, key: step };
      here = here[step];
    } else if (isList(here) && lists.has(steps[i - 1] ?? "")) {
      const index: number = here.findIndex((item) => nameOf(item) === step);
      if (index < 0) return "gone";
      parent = { holder: here, index };
      here = here[index];
    } else return "unknown";
  }
  return parent ?? "unknown";
}

function listAt(root: Item, at: string): Item[] | "gone" | "unknown" {
  const place = find(root, at);
  if (place === "gone" || place === "unknown") return place;
  if ("index" in place || !lists.has(place.key)) return "unknown";
  const list = place.holder[place.key];
  return isList(list) ? list : "unknown";
}

const maySet = (key: string, present: unknown) =>
  !fixed.has(key) &&
  !lists.has(key) &&
  (wholes.has(key) || Array.isArray(present) || present === null || typeof present !== "object");

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The value that holds both changes, or undefined where they contradict each other. */
function merge(was: unknown, mine: unknown, theirs: unknown): { value: unknown } | undefined {
  if (same(theirs, was) || same(theirs, mine)) return { value: mine };
  if (same(was, mine)) return { value: theirs };
  if (typeof was !== "string" || typeof mine !== "string" || typeof theirs !== "string") return undefined;
  const regions = diff3Merge(words(mine), words(was), words(theirs), { excludeFalseConflicts: true });
  if (regions.some((region) => region.conflict)) return undefined;
  return { value: regions.flatMap((region) => region.ok ?? []).join("") };
}

const words = (text: string) => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
