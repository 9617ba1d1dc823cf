import canonicalize from "canonicalize";
import { z } from "zod";
import { type AdvisoryContent, advisoryContentSchema } from "../advisories/advisory.form";
import {
  asItemPath,
  isGrowingList,
  isLeafPath,
  keyOf,
  languageOfPath,
  listAt,
  pathOfIssue,
  putAt,
  valueAt,
  valueFor,
} from "./draft-paths";
import { mergeText } from "./merge-text";

/**
 * One edit of a draft. A path names a place by the ids of the items on the way (draft-paths.ts); `was` is what its
 * author saw, so that nobody's words are overwritten unseen.
 */
const path = z.string().min(1).max(400);
const name = z.string().min(1).max(200);
export const draftChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("set"), path, was: z.unknown(), now: z.unknown() }),
  z.object({ kind: z.literal("add"), list: path, item: z.unknown(), after: name.nullable() }),
  z.object({ kind: z.literal("remove"), path, was: z.unknown().optional() }),
  z.object({ kind: z.literal("move"), path, after: name.nullable() }),
]);
export const draftChanges = z.array(draftChange).max(2000);
export type DraftChange = z.infer<typeof draftChange>;

/** `changed`: somebody else wrote other words there; `removed`: what it stood in has gone. Nothing of it was applied. */
export type Conflict = {
  path: string;
  kind: "changed" | "removed";
  was: unknown;
  theirs: unknown;
  mine: unknown;
};
/** `path` is the change's own place, `field` the part of it at fault; `reason` a locale key. */
export type Refusal = { path: string; reason: string; field?: string };
export type Applied = {
  content: AdvisoryContent;
  conflicts: Conflict[];
  refusals: Refusal[];
  /** Paths whose value is now another. */
  touched: string[];
};

/** Applies changes in order. One that conflicts or does not fit is left out; all others stand. Twice is the same as once. */
export function applyChanges(content: AdvisoryContent, changes: DraftChange[]): Applied {
  const known = issuesOf(content);
  const single = withoutRepeats(changes);
  const together = run(content, single);
  if (newIssues(together.content, known).length === 0) {
    return { ...together, content: asSchema(together.content) };
  }

  // One of them breaks a rule of the form: find which, one at a time.
  const sofar: Applied = { content, conflicts: [], refusals: [], touched: [] };
  for (const change of single) {
    const next = run(sofar.content, [change]);
    const [issue] = newIssues(next.content, known);
    if (issue) {
      sofar.refusals.push({ path: placeOf(change), reason: issue.reason, field: issue.path });
      continue;
    }
    sofar.content = asSchema(next.content);
    sofar.conflicts.push(...next.conflicts);
    sofar.refusals.push(...next.refusals);
    sofar.touched = [...new Set([...sofar.touched, ...next.touched])];
  }
  return sofar;
}

export const placeOf = (change: DraftChange) => (change.kind === "add" ? change.list : change.path);

function withoutRepeats(changes: DraftChange[]): DraftChange[] {
  const distinct = new Map<string, DraftChange>();
  for (const change of changes) {
    const same = JSON.stringify(change);
    if (!distinct.has(same)) distinct.set(same, change);
  }
  return [...distinct.values()];
}

type Step = { touched: string[] } | { conflict: Conflict } | { reason: string };

function run(before: AdvisoryContent, changes: DraftChange[]): Applied {
  const content = structuredClone(before);
  const result: Applied = { content, conflicts: [], refusals: [], touched: [] };
  const touched = new Set<string>();
  for (const change of changes) {
    const step = applyOne(content, change);
    if ("conflict" in step) result.conflicts.push(step.conflict);
    else if ("reason" in step) result.refusals.push({ path: placeOf(change), reason: step.reason });
    else for (const place of step.touched) touched.add(place);
  }
  return { ...result, touched: [...touched] };
}

function applyOne(content: AdvisoryContent, change: DraftChange): Step {
  if (change.kind === "set") return setLeaf(content, change);
  if (change.kind === "add") return addItem(content, change);
  if (change.kind === "remove") return removeItem(content, change);
  return moveItem(content, change);
}

const notThere = (content: AdvisoryContent, path: string): Step => ({
  reason: valueAt(content, path) === undefined ? "errors.unknown_place" : "errors.not_settable",
});

function setLeaf(content: AdvisoryContent, change: Extract<DraftChange, { kind: "set" }>): Step {
  const { path } = change;
  if (!isLeafPath(path)) return notThere(content, path);
  const [was, now] = [composed(change.was), valueFor(path, composed(change.now))];
  const current = valueAt(content, path);
  if (current === undefined) return { conflict: { path, kind: "removed", was, theirs: null, mine: now } };
  const theirs = composed(current);
  if (isSame(theirs, now) || isSame(was, now)) return { touched: [] };
  if (isSame(theirs, was)) return put(content, path, now);
  const language = languageOfPath(path);
  if (language && typeof theirs === "string" && typeof was === "string" && typeof now === "string") {
    const merged = mergeText(was, now, theirs, language);
    if (merged !== undefined) return merged === theirs ? { touched: [] } : put(content, path, merged);
  }
  return { conflict: { path, kind: "changed", was, theirs: current, mine: now } };
}

function put(content: AdvisoryContent, path: string, now: unknown): Step {
  return putAt(content, path, now) ? { touched: [path] } : notThere(content, path);
}

function addItem(content: AdvisoryContent, change: Extract<DraftChange, { kind: "add" }>): Step {
  const { list: where, after } = change;
  if (!isGrowingList(where)) return notThere(content, where);
  const given = composed(change.item);
  const key = keyOf(given);
  if (key === undefined) return { reason: "errors.bad_id" };
  const item = valueFor(`${where}/${key}`, given);
  const list = listAt(content, where);
  if (!list) return { conflict: { path: where, kind: "removed", was: null, theirs: null, mine: item } };
  if (list.some((other) => keyOf(other) === key)) return { touched: [] };
  list.splice(placeAfter(list, after), 0, item);
  return { touched: [`${where}/${key}`] };
}

/** After an item that has gone meanwhile means last. */
function placeAfter(list: unknown[], after: string | null): number {
  if (after === null) return 0;
  const at = list.findIndex((other) => keyOf(other) === after);
  return at < 0 ? list.length : at + 1;
}

function removeItem(content: AdvisoryContent, change: Extract<DraftChange, { kind: "remove" }>): Step {
  const place = asItemPath(change.path);
  if (!place) return notThere(content, change.path);
  const list = listAt(content, place.list);
  const at = list?.findIndex((other) => keyOf(other) === place.key) ?? -1;
  if (!list || at < 0) return { touched: [] };
  if (change.was !== undefined && !isSame(composed(list[at]), composed(change.was))) {
    return {
      conflict: { kind: "changed", path: change.path, was: change.was, theirs: list[at], mine: null },
    };
  }
  list.splice(at, 1);
  return { touched: [change.path, ...(place.list === "groups" ? leaveGroup(content, place.key) : [])] };
}

/** What stood in a group that goes stands on its own again. */
function leaveGroup(content: AdvisoryContent, group: string): string[] {
  const touched: string[] = [];
  for (const flag of content.redFlags) {
    if (flag.group !== group) continue;
    flag.group = null;
    touched.push(`redFlags/${flag.id}/group`);
  }
  for (const term of content.filing.us.keyTerms) {
    if (term.appliesTo !== group) continue;
    term.appliesTo = null;
    touched.push(`filing/us/keyTerms/${term.id}/appliesTo`);
  }
  return touched;
}

function moveItem(content: AdvisoryContent, change: Extract<DraftChange, { kind: "move" }>): Step {
  const place = asItemPath(change.path);
  if (!place) return notThere(content, change.path);
  if (change.after === place.key) return { touched: [] };
  const list = listAt(content, place.list);
  const at = list?.findIndex((other) => keyOf(other) === place.key) ?? -1;
  if (!list || at < 0) return { touched: [] };
  const [item] = list.splice(at, 1);
  const to = placeAfter(list, change.after);
  list.splice(to, 0, item);
  return { touched: to === at ? [] : [change.path] };
}

const isSame = (a: unknown, b: unknown) => canonicalize(a) === canonicalize(b);

type Issue = { path: string; reason: string };

function issuesOf(content: AdvisoryContent): Issue[] {
  const parsed = advisoryContentSchema.safeParse(content);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path: steps, message }) => ({
    path: pathOfIssue(content, steps),
    reason: message.startsWith("errors.") ? message : "errors.invalid",
  }));
}

/** Without what an item brought that the schema has no name for. */
function asSchema(content: AdvisoryContent): AdvisoryContent {
  const parsed = advisoryContentSchema.safeParse(content);
  return parsed.success ? parsed.data : content;
}

/** A draft that was already at fault elsewhere can still be edited. */
const newIssues = (content: AdvisoryContent, known: Issue[]) =>
  issuesOf(content).filter(
    (issue) => !known.some((old) => old.path === issue.path && old.reason === issue.reason),
  );

/** What people type is stored composed (NFC), so that one word has one spelling and one hash (decision 040). */
function composed(value: unknown): unknown {
  if (value === undefined) return null;
  return JSON.parse(JSON.stringify(value).normalize("NFC"), (key, part) =>
    key === "__proto__" ? undefined : part,
  );
}
