import { v5 as uuidV5 } from "uuid";
import { z } from "zod";
import { emptyContent, emptyRedFlag, normaliseKeyTerm } from "~/domain/advisories/advisory";
import type {
  AdvisoryContent,
  AdvisoryType,
  Issuer,
  SubPoint,
  Text,
} from "~/domain/advisories/advisory.form";
import { isPlain, nameOf, type PrintedDocument, type PrintedPoint } from "./printed-document.form";

const namespace = "6f0d3b1e-2f5c-5f7e-9a57-1d0f6b8c2a44";

type Known = {
  /** Authorities of the platform, to recognise issuers by short name. */
  authorities: { id: string; shortName: string }[];
  /** Printed terms, folded, with the typology of the catalogue that they mean. */
  typologies: { code: string; printed: string[] }[];
  /** Under which number it goes in: ids of its parts come from it, so that a second import makes the same ones. */
  number: string;
};

/** The document's content in the model, in its own language only; nothing that the file holds is left out. */
export function contentOfDocument(document: PrintedDocument, known: Known): AdvisoryContent {
  const { language } = document;
  const only = (value: string): Text => ({ es: "", en: "", [language]: value });
  const id = (key: string) => uuidV5(`${known.number}/${key}`, namespace);
  const issuers = issuersOf(document, known);
  const base = emptyContent(typeOf(document.docType), issuers);

  const printedGroups = [
    ...namesIn(document.groupsInSource),
    ...document.redFlags.flatMap(({ group }) => group ?? []),
  ];
  const groups = [...new Set(printedGroups)].map((name) => ({ id: id(`group/${name}`), name: only(name) }));
  const groupOf = (name: string | null) => groups.find((group) => group.name[language] === name)?.id ?? null;

  const points = (path: string, printed: PrintedPoint[]): SubPoint[] =>
    printed.map(({ text, sub }, i) => ({
      id: id(`${path}/${i}`),
      text: only(text),
      sub: points(`${path}/${i}`, sub),
    }));
  const restOfPoints = (printed: PrintedPoint[]): unknown[] =>
    printed.map(({ rest, sub }) => ({ ...rest, sub: restOfPoints(sub) }));
  const hasRest = (printed: PrintedPoint[]): boolean =>
    printed.some(({ rest, sub }) => Object.keys(rest).length > 0 || hasRest(sub));

  const ordinals = uniqueOrdinals(document.redFlags.map(({ n }) => n));
  const redFlags = document.redFlags.map((flag, i) => ({
    ...emptyRedFlag(id(`flag/${ordinals[i]}`), ordinals[i] ?? i + 1),
    group: groupOf(flag.group),
    heading: only(flag.heading),
    text: only(flag.text),
    sub: points(`flag/${ordinals[i]}`, flag.sub),
    suggestedControl: only(flag.suggestedAction),
    footnotes: flag.footnotes.map((note, j) => ({
      id: id(`flag/${ordinals[i]}/note/${j}`),
      text: only(nameOf(note)),
    })),
    sourceCode: flag.code,
  }));

  const fields = namesIn(document.reportFields).map((text, i) => ({ id: id(`field/${i}`), text }));
  const keyTerms = keyTermsOf(document, id, groupOf);
  const mexican = document.jurisdiction === "MX";
  const rest: Record<string, unknown> = Object.fromEntries(
    Object.entries(document).filter(([key, value]) => !placed.has(key) || !isWholeByName(value)),
  );
  delete rest.redFlags;
  delete rest.unfit;
  if (keyTerms.whole) delete rest.additionalKeyTerms;
  if (dateOf(document.date)?.value === document.date.trim()) delete rest.date;
  Object.assign(rest, document.unfit);
  const flagRests = document.redFlags.flatMap((flag, i) => {
    const left = {
      ...flag.rest,
      ...(flag.n === null || ordinals[i] === flag.n ? {} : { printedN: flag.n }),
      ...(hasRest(flag.sub) ? { sub: restOfPoints(flag.sub) } : {}),
    };
    return Object.keys(left).length > 0 ? [{ n: ordinals[i], ...left }] : [];
  });
  if (flagRests.length > 0) rest.redFlags = flagRests;

  return {
    ...base,
    origin: "imported",
    date: dateOf(document.date),
    translation: { es: "missing", en: "missing", [language]: "original" },
    title: only(document.title),
    summary: only(document.summary),
    groups,
    redFlags,
    typologies: typologiesOf(document, known, only),
    shareWith: namesIn(document.audience).map((name, i) => ({ id: id(`share/${i}`), text: only(name) })),
    relations: [
      ...namesIn(document.supersedes).map((number) => ({
        kind: "replaces" as const,
        number,
        inForce: false,
      })),
      ...namesIn(document.supplements).map((number) => ({
        kind: "supplements" as const,
        number,
        inForce: true,
      })),
    ],
    filing: {
      us: { keyTerms: keyTerms.terms, fields: mexican ? [] : fields },
      mx: { reportTypes: [], fields: mexican ? fields : [], suggestedWording: { es: "", en: "" } },
    },
    source: {
      name: document.source,
      url: document.sourceUrl,
      licence: document.licence,
      regulator: document.regulator,
      jurisdiction: document.jurisdiction,
      documentType: document.docType,
      printedNumber: document.number,
      rest,
    },
  };
}

const placed = new Set([
  "title",
  "regulator",
  "redFlags",
  "docType",
  "number",
  "summary",
  "source",
  "sourceUrl",
  "licence",
  "jurisdiction",
  "jointIssuers",
  "inCoordinationWith",
  "typologies",
  "keyTerm",
  "additionalKeyTerms",
  "reportFields",
  "audience",
  "supersedes",
  "supplements",
  "groupsInSource",
]);

const namesIn = (items: unknown[]) => items.map(nameOf).filter((name) => name !== "");

/** Whether the names of a list's items say all that it holds. */
const isWholeByName = (value: unknown) => !Array.isArray(value) || value.every(isPlain);

/** Real lists repeat, skip or leave out numbers; ids do not. The first bearer keeps its number, another one gets the next free. */
function uniqueOrdinals(printed: (number | null)[]) {
  const taken = new Set<number>();
  let next = Math.max(0, ...printed.map((n) => n ?? 0)) + 1;
  return printed.map((n) => {
    const ordinal = n === null || taken.has(n) ? next++ : n;
    taken.add(ordinal);
    return ordinal;
  });
}

const fold = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

function typeOf(docType: string): AdvisoryType {
  const name = fold(docType);
  if (/enforcement|consent order|sancion/.test(name)) return "enforcement-lesson";
  if (/order|orden/.test(name)) return "order-digest";
  if (/trend|tendencia/.test(name)) return "trend-analysis";
  if (/speech|statement|discurso|pronunciamiento/.test(name)) return "statement";
  if (/catalogo|catalog|notice|comunicado|guia|guidance/.test(name)) return "notice";
  if (/alert/.test(name)) return "alert";
  return /advisory|aviso/.test(name) ? "advisory" : "notice";
}

function issuersOf(document: PrintedDocument, { authorities }: Known): Issuer[] {
  const issuer = (printed: string, role: Issuer["role"]): Issuer => {
    const short = printed.replace(/\s*\([^)]*\)\s*/g, " ").trim();
    const found = authorities.find((one) => fold(one.shortName) === fold(short));
    return { organisationId: found?.id ?? null, shortName: found?.shortName ?? printed.slice(0, 120), role };
  };
  const [lead, ...others] = document.regulator.split(/\s+\/\s+/);
  const all = [
    issuer(lead ?? document.regulator, "lead"),
    ...others.map((name) => issuer(name, "joint")),
    ...namesIn(document.jointIssuers).map((name) => issuer(name, "joint")),
    ...namesIn(document.inCoordinationWith).map((name) => issuer(name, "in-coordination")),
  ];
  return all.filter(
    (one, i) => all.findIndex((other) => fold(other.shortName) === fold(one.shortName)) === i,
  );
}

function dateOf(printed: string): AdvisoryContent["date"] {
  const [value, year, month, day] =
    /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|T\d)/.exec(printed.trim()) ?? [];
  if (!value) return null;
  const written = [year, month, day].filter(Boolean).join("-");
  // The 31st of February is no day: what was printed is kept as printed.
  if (!z.iso.date().safeParse([year, month ?? "01", day ?? "01"].join("-")).success) return null;
  return { value: written, precision: day ? "day" : month ? "month" : "year" };
}

function typologiesOf(document: PrintedDocument, known: Known, only: (value: string) => Text) {
  const entries = namesIn(document.typologies).map((printed) => {
    const match = known.typologies.find(
      (typology) =>
        typology.printed.some((term) => fold(term) === fold(printed)) || typology.code === slug(printed),
    );
    return { code: match?.code ?? slug(printed), printed: only(printed) };
  });
  // Two printed terms may mean one typology: both stand, joined, under its code.
  const kept = new Map<string, (typeof entries)[number]>();
  const join = (...words: string[]) => words.filter(Boolean).join("; ");
  for (const { code, printed } of entries) {
    const twin = kept.get(code)?.printed ?? { es: "", en: "" };
    kept.set(code, {
      code,
      printed: { es: join(twin.es, printed.es), en: join(twin.en, printed.en) },
    });
  }
  return [...kept.values()];
}

const slug = (text: string) =>
  fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80)
    .replace(/-$/, "") || "sin-nombre";

function keyTermsOf(
  document: PrintedDocument,
  id: (key: string) => string,
  groupOf: (name: string | null) => string | null,
) {
  const term = (printed: string, secondary: boolean, group: string | null, i: number) => ({
    id: id(`key-term/${i}`),
    printed,
    normalised: normaliseKeyTerm(printed),
    appliesTo: groupOf(group),
    secondary,
  });
  const secondary = document.additionalKeyTerms.map((one, i) => {
    if (typeof one !== "object" || one === null)
      return { term: term(nameOf(one), true, null, i + 1), whole: true };
    const values = Object.entries(one).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    );
    const group = values.find(([, value]) => groupOf(value) !== null);
    const printed = values.find((entry) => entry !== group)?.[1] ?? "";
    const whole = values.length === Object.keys(one).length && values.length <= (group ? 2 : 1);
    return { term: term(nameOf(one) || printed, true, group?.[1] ?? null, i + 1), whole };
  });
  return {
    terms: [
      ...(document.keyTerm ? [term(document.keyTerm, false, null, 0)] : []),
      ...secondary.map((one) => one.term).filter(({ printed }) => printed !== ""),
    ],
    whole: secondary.every(({ whole }) => whole),
  };
}
