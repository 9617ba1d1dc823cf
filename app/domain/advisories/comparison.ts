import { diffArrays } from "diff";
import { type Piece, piecesOf } from "./advisory";
import type { AdvisoryContent, Language, RedFlag, Section, Text } from "./advisory.form";
import { type FieldChange, fieldChange, fieldsOf, type ListChange, listsOf, orderOf } from "./field-changes";
import { compareText, type TextDiff } from "./text-diff";

export type PieceChange = Omit<Piece, "text" | "required"> & {
  change: "added" | "removed" | "changed";
  /** Null where the text of that language is the same. */
  es: TextDiff | null;
  en: TextDiff | null;
};

export type ItemChange = {
  id: string;
  /** What happened to it; a flag can be moved and amended at once. */
  changes: ("added" | "removed" | "amended" | "moved" | "state" | "merged")[];
  /** Its place in the earlier and the later list, from 0; null where it does not stand. */
  before: number | null;
  after: number | null;
  pieces: PieceChange[];
  fields: FieldChange[];
};
export type SectionChange = ItemChange & { heading: Text };
export type RedFlagChange = ItemChange & Pick<RedFlag, "n" | "home"> & { text: Text };

/** What changed between two contents, ready for JSON. Everything that differs stands in exactly one of its lists. */
export type Comparison = {
  same: boolean;
  /** Texts outside sections and red flags: title, summary, contact… */
  pieces: PieceChange[];
  fields: FieldChange[];
  lists: ListChange[];
  sections: SectionChange[];
  redFlags: RedFlagChange[];
};

/** Compares two contents of one advisory: red flags and sections by id, texts word by word in each language. */
export function compareContents(before: AdvisoryContent, after: AdvisoryContent): Comparison {
  const pieces = pieceChanges(piecesOf(before), piecesOf(after));
  const under = (prefix: string) => pieces.filter(({ path }) => path.startsWith(prefix));
  const fields = fieldsOf(before, after);
  const lists = listsOf(before, after);
  const sections = itemChanges(before.sections, after.sections, "sections", under, sectionFields).map(
    (change) => ({
      ...change,
      heading: found(before.sections, after.sections, change.id).heading,
    }),
  );
  const redFlags = itemChanges(before.redFlags, after.redFlags, "redFlags", under, redFlagFields).map(
    (change) => {
      const { n, home, text } = found(before.redFlags, after.redFlags, change.id);
      return { ...change, n, home, text };
    },
  );
  const elsewhere = pieces.filter(({ path }) => !/^(?:sections|redFlags)\//.test(path));
  const same = [elsewhere, fields, lists, sections, redFlags].every((changes) => changes.length === 0);
  return { same, pieces: elsewhere, fields, lists, sections, redFlags };
}

function pieceChanges(before: Piece[], after: Piece[]): PieceChange[] {
  const earlier = new Map(before.map((piece) => [piece.path, piece]));
  const later = new Map(after.map((piece) => [piece.path, piece]));
  const paths = [...new Set([...later.keys(), ...earlier.keys()])];
  return paths.flatMap((path) => {
    const [from, to] = [earlier.get(path), later.get(path)];
    const piece = to ?? from;
    if (!piece) return [];
    const diff = (language: Language) =>
      from?.text[language] === to?.text[language]
        ? null
        : compareText(from?.text[language] ?? "", to?.text[language] ?? "", language);
    const change = from ? (to ? "changed" : "removed") : "added";
    const [es, en] = [diff("es"), diff("en")];
    if (change === "changed" && !es && !en) return [];
    return [{ path, field: piece.field, place: piece.place, change, es, en }];
  });
}

type Item = Section | RedFlag;

function itemChanges<Kind extends Item>(
  before: Kind[],
  after: Kind[],
  list: string,
  under: (prefix: string) => PieceChange[],
  fieldsBetween: (from: Kind, to: Kind, path: string) => FieldChange[],
): ItemChange[] {
  const [earlier, later] = [positions(before), positions(after)];
  const moved = movedIds(before, after);
  const ids = [...new Set([...later.keys(), ...earlier.keys()])];
  return ids.flatMap((id) => {
    const [from, to] = [earlier.get(id), later.get(id)];
    const path = `${list}/${id}`;
    const pieces = under(`${path}/`);
    const fields = from && to ? fieldsBetween(from.item, to.item, path) : [];
    const place = { id, before: from?.at ?? null, after: to?.at ?? null, pieces, fields };
    if (!from) return [{ ...place, changes: ["added" as const] }];
    if (!to) return [{ ...place, changes: ["removed" as const] }];
    const state = fields.find(({ field }) => field === "state");
    const changes: ItemChange["changes"] = [
      ...(pieces.length > 0 || fields.some(({ field }) => field !== "state" && field !== "group")
        ? (["amended"] as const)
        : []),
      ...(moved.has(id) || fields.some(({ field }) => field === "group") ? (["moved"] as const) : []),
      ...(state ? ([state.after === "merged-into" ? "merged" : "state"] as const) : []),
    ];
    return changes.length > 0 ? [{ ...place, changes }] : [];
  });
}

const positions = <Kind extends Item>(items: Kind[]) =>
  new Map(items.map((item, at) => [item.id, { item, at }]));

/** Those that changed places among the ones that stayed: the fewest moves that explain the new order. */
function movedIds(before: Item[], after: Item[]): Set<string> {
  const stays = (items: Item[], others: Item[]) => {
    const ids = new Set(others.map(({ id }) => id));
    return items.map(({ id }) => id).filter((id) => ids.has(id));
  };
  const [from, to] = [stays(before, after), stays(after, before)];
  const steps = diffArrays(from, to, { timeout: 500 });
  if (!steps) return new Set(to.filter((id, at) => from[at] !== id));
  return new Set(steps.filter(({ added }) => added).flatMap(({ value }) => value));
}

function found<Kind extends Item>(before: Kind[], after: Kind[], id: string): Kind {
  const item =
    after.find((candidate) => candidate.id === id) ?? before.find((candidate) => candidate.id === id);
  if (!item) throw new Error("A changed item stands in neither content");
  return item;
}

const sectionFields = (from: Section, to: Section, path: string) =>
  (["kind", "tlp"] as const).flatMap((field) =>
    fieldChange(`${path}/${field}`, field, from[field], to[field]),
  );

const redFlagPlain = [
  ...([
    "n",
    "home",
    "group",
    "sourceCode",
    "observableAt",
    "strength",
    "combinesWith",
    "amltrix",
    "tlp",
  ] as const),
  ...(["state", "mergedInto"] as const),
];
const redFlagFields = (from: RedFlag, to: RedFlag, path: string) => [
  ...redFlagPlain.flatMap((field) => fieldChange(`${path}/${field}`, field, from[field], to[field])),
  ...fieldChange(`${path}/sub`, "subOrder", orderOf(from.sub), orderOf(to.sub)),
  ...fieldChange(`${path}/footnotes`, "footnoteOrder", orderOf(from.footnotes), orderOf(to.footnotes)),
];
