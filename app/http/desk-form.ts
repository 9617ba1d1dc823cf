import { v5 as idFrom } from "uuid";
import { z } from "zod";
import { type AdvisoryContent, advisoryContentSchema } from "~/domain/advisories/advisory.form";
import { type DraftChange, draftChange } from "~/domain/drafts/draft-change";
import { isGrowingList, isLeafPath, keyOf, listAt, valueAt } from "~/domain/drafts/draft-paths";
import { writePlace } from "~/i18n/place";

/**
 * What a button of the desk asks for when it is sent as a form: an edit of a list whose items have ids (the new one gets
 * its own here), or to take one out of a list that is written whole.
 */
const formAct = z.union([
  draftChange,
  z.object({ kind: z.literal("drop"), path: z.string(), at: z.number() }),
]);
export type FormAct = Exclude<z.infer<typeof formAct>, { kind: "set" }>;

/**
 * The edits in a form of the desk, sent without scripts. Names of fields: a path of draft-paths.ts, `?` after it where
 * nothing typed means none; `+path` adds to a list; `path#2#number` is a field of the third item of a list written
 * whole. `was`: the draft as the page showed it; without it nothing but the button counts.
 */
export function changesOfForm(form: FormData, draftId: string): DraftChange[] {
  const was = readWas(form);
  const act = readAct(form);
  const changes = was ? editsOf(form, was, act) : [];
  if (act && act.kind !== "drop") {
    changes.push(withId(act, [draftId, form.get("revision") ?? "", JSON.stringify(act)].join(" ")));
  }
  return changes;
}

function readWas(form: FormData): AdvisoryContent | undefined {
  const read = advisoryContentSchema.safeParse(jsonOf(form.get("was")));
  return read.success ? read.data : undefined;
}

function readAct(form: FormData) {
  const read = formAct.safeParse(jsonOf(form.get("act")));
  return read.success && read.data.kind !== "set" ? read.data : undefined;
}

function jsonOf(text: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

const desk = "9b1f4a52-6d0c-4a3e-8a51-3f1d7c6f2e90";

/** The same button of the same page pressed twice adds one item. */
function withId(change: DraftChange, seed: string): DraftChange {
  if (change.kind !== "add" || keyOf(change.item) !== undefined) return change;
  return { ...change, item: { ...Object(change.item), id: idFrom(seed, desk) } };
}

type Drop = Extract<FormAct, { kind: "drop" }>;

function editsOf(form: FormData, was: AdvisoryContent, act: FormAct | undefined): DraftChange[] {
  const drop = act?.kind === "drop" ? act : undefined;
  const changes: DraftChange[] = [];
  for (const path of pathsIn(form, drop)) {
    if (isGrowingList(path)) changes.push(...chosenItems(form, path, was));
    else if (isLeafPath(path)) {
      const before = valueAt(was, path);
      const now = sentFor(form, path, before, drop?.path === path ? drop : undefined);
      if (JSON.stringify(now) !== JSON.stringify(before))
        changes.push({ kind: "set", path, was: before, now });
    }
  }
  return changes;
}

const pathOf = (name: string) => name.replace(/^\+/, "").replace(/\?$/, "").replace(/#.*$/, "");

const pathsIn = (form: FormData, drop: Drop | undefined) =>
  new Set([...[...form.keys()].map(pathOf), ...(drop ? [drop.path] : [])]);

function sentFor(form: FormData, path: string, before: unknown, drop: Drop | undefined): unknown {
  if (Array.isArray(before)) return listOf(form, path, before, drop);
  if (typeof before === "boolean") return form.getAll(path).includes("on");
  const optional = form.get(`${path}?`);
  const typed = textOf(optional ?? form.get(path));
  return optional !== null && typed === "" ? null : typed;
}

const textOf = (typed: FormDataEntryValue | null) => String(typed ?? "").replace(/\r\n/g, "\n");

const added = (form: FormData, path: string) =>
  form
    .getAll(`+${path}`)
    .flatMap((typed) => textOf(typed).split(/[,;\n]/))
    .map((one) => one.trim())
    .filter((one) => one !== "");

function listOf(form: FormData, path: string, before: unknown[], drop: Drop | undefined): unknown[] {
  const list = [...new Set([...keptOf(form, path, before), ...added(form, path)])];
  return drop ? list.filter((_, i) => i !== drop.at) : list;
}

function keptOf(form: FormData, path: string, before: unknown[]): unknown[] {
  if (form.has(`${path}#fresh`)) return rowsOf(form, path, before);
  const words = before.filter((one) => typeof one === "string");
  return words.length === before.length ? chosen(form, path, words) : before;
}

/** The rows of a list that is written whole; the blank one at its end counts when something was put into it. */
function rowsOf(form: FormData, path: string, before: unknown[]): unknown[] {
  const fresh = jsonOf(form.get(`${path}#fresh`));
  const filled = rowOf(form, `${path}#${before.length}#`, fresh);
  return [
    ...before.map((item, i) => rowOf(form, `${path}#${i}#`, item)),
    ...(JSON.stringify(filled) === JSON.stringify(fresh) ? [] : [filled]),
  ];
}

/** Of boxes to tick, those ticked, in the order in which they stood before; a list without boxes stays. */
function chosen(form: FormData, path: string, before: string[]): string[] {
  if (!form.has(path)) return before;
  const ticked = form.getAll(path).map(String).filter(Boolean);
  return [...before.filter((one) => ticked.includes(one)), ...ticked.filter((one) => !before.includes(one))];
}

function rowOf(form: FormData, prefix: string, item: unknown): unknown {
  if (typeof item !== "object" || item === null) return item;
  return Object.fromEntries(
    Object.entries(item).map(([field, before]) => [field, fieldOf(form, prefix + field, before)]),
  );
}

function fieldOf(form: FormData, name: string, before: unknown): unknown {
  // A place is typed as its country and its name.
  if (form.has(`${name}.country`)) {
    return writePlace({
      country: textOf(form.get(`${name}.country`)),
      name: textOf(form.get(`${name}.name`)).trim(),
    });
  }
  if (form.has(`${name}?`)) return textOf(form.get(`${name}?`)) || null;
  if (!form.has(name)) return before;
  return typeof before === "boolean" ? form.getAll(name).includes("on") : textOf(form.get(name));
}

/** Items that are named by a code: ticked ones come, others go. */
function chosenItems(form: FormData, path: string, was: AdvisoryContent): DraftChange[] {
  const before = (listAt(was, path) ?? []).map(keyOf).filter((key) => key !== undefined);
  const now = [...chosen(form, path, before), ...added(form, path)];
  const last = before.at(-1) ?? null;
  const blank = { es: "", en: "" };
  return [
    ...before
      .filter((key) => !now.includes(key))
      .map((key): DraftChange => ({ kind: "remove", path: `${path}/${key}` })),
    ...now
      .filter((key) => !before.includes(key))
      .map((code): DraftChange => {
        const item = path === "typologies" ? { code, printed: blank } : { code, note: blank };
        return { kind: "add", list: path, item, after: last };
      }),
  ];
}

const chosenIssuer = z.object({
  organisationId: z.string().nullable(),
  shortName: z.string(),
  role: z.string(),
});

/** An issuer chosen by its id bears the name of that authority; one that is not on the platform issues in coordination. */
export function withIssuerNames(
  changes: DraftChange[],
  authorities: { id: string; shortName: string }[],
): DraftChange[] {
  const named = (issuer: z.infer<typeof chosenIssuer>) => {
    if (issuer.organisationId === null) return { ...issuer, role: "in-coordination" };
    const authority = authorities.find(({ id }) => id === issuer.organisationId);
    return authority ? { ...issuer, shortName: authority.shortName } : issuer;
  };
  return changes.map((change) => {
    if (change.kind !== "set" || change.path !== "issuers") return change;
    const read = chosenIssuer.array().safeParse(change.now);
    return read.success ? { ...change, now: read.data.map(named) } : change;
  });
}
