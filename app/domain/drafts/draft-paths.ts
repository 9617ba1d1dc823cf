import type { AdvisoryContent } from "../advisories/advisory.form";

/**
 * Addresses inside a draft: `title/es`, `redFlags/<id>/text/en`, `filing/us/keyTerms/<id>/printed`.
 * Items are named by id (typologies and failures by code), never by position. What no pattern names cannot be changed.
 */

const item = "[^/]+";
const text = "/(?:es|en)";
const flag = `redFlags/${item}`;
const point = `${flag}(?:/sub/${item})+`;

const leaves = [
  "tlp|date|binding|validFrom|reviewBy|audience|issuers|aliases|priorities|corridors|sectors|relations|lesson|statement",
  "audience/(?:jurisdictions|sectors|organisations|members)",
  `translation${text}`,
  `(?:title|summary|legalBasis|contact|changeNote|filing/mx/suggestedWording)${text}`,
  `sections/${item}/(?:kind|tlp|(?:heading|body)${text})`,
  `groups/${item}/name${text}`,
  `${flag}/(?:group|sourceCode|observableAt|strength|combinesWith|amltrix|tlp|state|mergedInto)`,
  `${flag}/(?:heading|text|suggestedControl|dataNeeded|falsePositiveNote|changeNote|footnotes/${item}/text)${text}`,
  `${point}/text${text}`,
  `typologies/${item}/printed${text}`,
  `(?:shareWith|predicates|products)/${item}/text${text}`,
  `filing/us/keyTerms/${item}/(?:printed|normalised|appliesTo|secondary)`,
  `filing/(?:us|mx)/fields/${item}/text`,
  "filing/mx/reportTypes",
  `attachments/${item}/(?:name|tlp)`,
  "lesson/(?:orderNumber|amount|currency|period|period/(?:from|to))",
  `lesson/institutions/${item}/(?:name|lei|bic)`,
  `lesson/scale/${item}/(?:value|label${text})`,
  `lesson/failures/${item}/note${text}`,
  "statement/(?:speaker|heldOn|form)",
  `statement/(?:capacity|venue)${text}`,
];
const lists = [
  "sections|groups|redFlags|typologies|shareWith|predicates|products",
  `${flag}/footnotes|${flag}(?:/sub/${item})*/sub`,
  "filing/us/keyTerms|filing/(?:us|mx)/fields",
  "lesson/institutions|lesson/scale|lesson/failures",
];

/** Pieces that are Markdown of any length. What else is written stands on one line. */
const longTexts = [
  "summary|legalBasis|contact|changeNote|filing/mx/suggestedWording",
  `sections/${item}/body|lesson/failures/${item}/note|${point}/text`,
  `${flag}/(?:text|suggestedControl|dataNeeded|falsePositiveNote|changeNote|footnotes/${item}/text)`,
];

const whole = (patterns: string[]) => new RegExp(`^(?:${patterns.join("|")})$`);
const leafPattern = whole(leaves);
const growingList = whole(lists);
/** Files enter by their own door, which has seen the bytes; here they only change places or go. */
const anyList = whole([...lists, "attachments"]);

const longText = whole(longTexts);

/** Of a piece, without the language. */
export const isLongText = (path: string) => longText.test(path);
export const isLeafPath = (path: string) => leafPattern.test(path);
export const isGrowingList = (path: string) => growingList.test(path);

/** `redFlags/<id>` as its list and its name in it; undefined where items do not stand. */
export function asItemPath(path: string): { list: string; key: string } | undefined {
  const cut = path.lastIndexOf("/");
  const [list, key] = [path.slice(0, cut), path.slice(cut + 1)];
  return cut > 0 && key !== "" && anyList.test(list) ? { list, key } : undefined;
}

export const languageOfPath = (path: string) =>
  path.endsWith("/es") ? "es" : path.endsWith("/en") ? "en" : undefined;

export const keyOf = (value: unknown): string | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  for (const name of ["id", "code"]) {
    const key: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
    if (typeof key === "string") return key;
  }
  return undefined;
};

function step(at: unknown, name: string): unknown {
  if (Array.isArray(at)) return at.find((candidate) => keyOf(candidate) === name);
  if (typeof at !== "object" || at === null || !Object.hasOwn(at, name)) return undefined;
  return Reflect.get(at, name);
}

/** A text for this place: its lines made one where the place has one line. */
export const inItsLines = (text: string, path: string) =>
  isLongText(path.replace(/\/(?:es|en)$/, "")) ? text : text.replace(/\s*[\r\n\u2028\u2029]\s*/g, " ");

/** A value for this place, each text of it in its lines. */
export function valueFor(path: string, value: unknown): unknown {
  if (typeof value === "string") return inItsLines(value, path);
  if (Array.isArray(value)) return value.map((one) => valueFor(`${path}/${keyOf(one)}`, one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, valueFor(`${path}/${name}`, part)]),
  );
}

/** What stands at a path, undefined when an item on the way has gone. Only own properties are walked. */
export const valueAt = (content: AdvisoryContent, path: string): unknown =>
  path.split("/").reduce<unknown>(step, content);

export function listAt(content: AdvisoryContent, path: string): unknown[] | undefined {
  const list = valueAt(content, path);
  return Array.isArray(list) ? list : undefined;
}

/** Puts a value at a leaf that exists; false when it has gone. */
export function putAt(content: AdvisoryContent, path: string, value: unknown): boolean {
  const cut = path.lastIndexOf("/");
  const parent = cut < 0 ? content : valueAt(content, path.slice(0, cut));
  const name = path.slice(cut + 1);
  if (typeof parent !== "object" || parent === null || !Object.hasOwn(parent, name)) return false;
  return Reflect.set(parent, name, value);
}

/** The path of a schema issue, with ids where it counts positions. */
export function pathOfIssue(content: AdvisoryContent, steps: PropertyKey[]): string {
  let at: unknown = content;
  return steps
    .map((name) => {
      const next: unknown = typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined;
      const shown = Array.isArray(at) ? (keyOf(next) ?? String(name)) : String(name);
      at = next;
      return shown;
    })
    .join("/");
}
