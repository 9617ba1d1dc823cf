import canonicalize from "canonicalize";
import type { AdvisoryContent } from "./advisory.form";

export type FieldChange = { path: string; field: string; before: unknown; after: unknown };
export type ListChange = {
  path: string;
  field: string;
  added: unknown[];
  removed: unknown[];
  changed: { before: unknown; after: unknown }[];
  reordered: boolean;
};

const fields = [
  ...["type", "origin", "date", "tlp", "binding", "validFrom", "reviewBy", "translation", "source"],
  ...["lesson/orderNumber", "lesson/period", "lesson/amount", "lesson/currency"],
  ...["statement/speaker", "statement/heldOn", "statement/form"],
];
const lists = [
  ...["audience/jurisdictions", "audience/sectors", "audience/organisations", "audience/members"],
  ...["issuers", "aliases", "groups", "typologies", "shareWith", "priorities", "predicates", "corridors"],
  ...[
    "sectors",
    "products",
    "relations",
    "filing/us/keyTerms",
    "filing/us/fields",
    "filing/mx/reportTypes",
    "filing/mx/fields",
  ],
  ...["attachments", "lesson/institutions", "lesson/scale", "lesson/failures"],
];

/** Lists whose bilingual texts are pieces and compared as such. */
const withPieces = new Set([
  "groups",
  "shareWith",
  "predicates",
  "products",
  "lesson/scale",
  "lesson/failures",
]);

const json = (value: unknown) => canonicalize(value) ?? "";

const valueAt = (content: AdvisoryContent, path: string) =>
  path
    .split("/")
    .reduce<unknown>(
      (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
      content,
    );

const lastOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);

export const fieldsOf = (before: AdvisoryContent, after: AdvisoryContent): FieldChange[] =>
  fields.flatMap((path) => fieldChange(path, lastOf(path), valueAt(before, path), valueAt(after, path)));

export const listsOf = (before: AdvisoryContent, after: AdvisoryContent): ListChange[] =>
  lists.flatMap((path) => listChange(path, listAt(before, path), listAt(after, path)));

function listAt(content: AdvisoryContent, path: string): unknown[] {
  const value = valueAt(content, path);
  return Array.isArray(value) ? value : [];
}

/** A value that only one of the two has reads as null on the other side. */
export const fieldChange = (path: string, field: string, before: unknown, after: unknown): FieldChange[] =>
  json(before) === json(after) ? [] : [{ path, field, before: before ?? null, after: after ?? null }];

/** Items are the same item by id or code. */
function listChange(path: string, before: unknown[], after: unknown[]): ListChange[] {
  const [earlier, later] = [byKey(before), byKey(after)];
  const plain = (item: unknown) => json(withPieces.has(path) ? withoutTexts(item) : item);
  const added = [...later].filter(([key]) => !earlier.has(key)).map(([, item]) => item);
  const removed = [...earlier].filter(([key]) => !later.has(key)).map(([, item]) => item);
  const changed = [...later].flatMap(([key, item]) => {
    const was = earlier.get(key);
    return was !== undefined && plain(was) !== plain(item) ? [{ before: was, after: item }] : [];
  });
  const stayed = (mine: Map<string, unknown>, theirs: Map<string, unknown>) =>
    [...mine.keys()].filter((key) => theirs.has(key)).join("\n");
  const reordered = stayed(earlier, later) !== stayed(later, earlier);
  const any = added.length + removed.length + changed.length > 0 || reordered;
  return any ? [{ path, field: lastOf(path), added, removed, changed, reordered }] : [];
}

function byKey(items: unknown[]): Map<string, unknown> {
  const seen = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const key = keyOf(item);
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      return [times === 1 ? key : `${key} (${times})`, item];
    }),
  );
}

function keyOf(item: unknown): string {
  if (typeof item !== "object" || item === null) return json(item);
  for (const name of ["id", "code"]) {
    const key: unknown = Reflect.get(item, name);
    if (typeof key === "string") return key;
  }
  return json(item);
}

function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const isText = entries.length === 2 && "es" in value && "en" in value;
  return isText ? null : Object.fromEntries(entries.map(([key, item]) => [key, withoutTexts(item)]));
}

type Point = { id: string; sub?: Point[] };

/** The ids of nested points in their order, for what only changed places. */
export const orderOf = (points: Point[]): unknown[] =>
  points.map((point) => (point.sub && point.sub.length > 0 ? [point.id, orderOf(point.sub)] : point.id));
