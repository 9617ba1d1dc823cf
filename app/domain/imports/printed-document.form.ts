import { z } from "zod";

/**
 * A document as published elsewhere, in the shape of shared/data/advisories. Only what makes it a document is required;
 * whatever else the file holds is kept, under its own name if the model has no better place for it.
 */
const words = z.union([z.string(), z.number()]).transform(String);
const wordsOrNone = words.nullish().transform((value) => value ?? "");
const wordsUpTo = (most: number) => wordsOrNone.pipe(z.string().max(most));

/** What an item of a printed list is called, whether it is a word or a small record; empty where nothing names it. */
export function nameOf(item: unknown): string {
  if (typeof item !== "object" || item === null) return String(item ?? "").trim();
  const names = ["name", "shortName", "number", "term", "title", "text"].map((key) => Reflect.get(item, key));
  return names.find((name): name is string => typeof name === "string")?.trim() ?? "";
}

const listUpTo = (most: number) =>
  z
    .union([z.array(z.unknown()), z.string()])
    .nullish()
    .transform((value) => (typeof value === "string" ? [value] : (value ?? [])))
    .transform((items) => items.filter((item) => item !== null && item !== undefined && item !== ""))
    .refine((items) => items.every((item) => nameOf(item).length <= most));
const list = listUpTo(500);

export type PrintedPoint = { text: string; sub: PrintedPoint[]; rest: Record<string, unknown> };

const points = <Point extends z.ZodType<PrintedPoint>>(one: Point) =>
  z.preprocess(
    (value) => (typeof value === "string" ? [value] : (value ?? [])),
    z
      .array(z.union([z.null().transform(() => null), one]))
      .transform((all) => all.filter((it) => it !== null)),
  );

const point: z.ZodType<PrintedPoint, unknown> = z.lazy(() =>
  z.union([
    words.transform((text): PrintedPoint => ({ text, sub: [], rest: {} })),
    z.array(point).transform((sub): PrintedPoint => ({ text: "", sub, rest: {} })),
    z
      .looseObject({ text: wordsOrNone, sub: points(point).optional() })
      .transform(({ text, sub, ...rest }): PrintedPoint => ({ text, sub: sub ?? [], rest })),
  ]),
);

/** Moves what is written in another form than its field has out of its way: it is kept as printed, and is no reason to refuse the whole. */
const setAside = (fields: Record<string, z.ZodType>) => (printed: unknown) => {
  if (typeof printed !== "object" || printed === null || Array.isArray(printed)) return printed;
  const isUnfit = ([key, value]: [string, unknown]) =>
    Object.hasOwn(fields, key) && fields[key]?.safeParse(value).success === false;
  const entries = Object.entries(printed);
  return {
    ...Object.fromEntries(entries.filter((entry) => !isUnfit(entry))),
    unfit: Object.fromEntries(entries.filter(isUnfit)),
  };
};
const unfit = z.record(z.string(), z.unknown()).default({});

// Ids bear it: a printed number that no id could bear stays what was printed.
const ordinal = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\s*\d+\s*$/)
      .transform(Number),
  ])
  .pipe(z.int().min(1).max(99_999));

const redFlagFields = {
  n: ordinal.nullish().transform((value) => value ?? null),
  group: words
    .pipe(z.string().max(500))
    .nullish()
    .transform((value) => value ?? null),
  code: wordsUpTo(60),
  heading: wordsUpTo(500),
  sub: points(point).optional(),
  suggestedAction: wordsOrNone,
  footnotes: listUpTo(200_000),
};

const printedRedFlag = z.preprocess(
  (printed) => setAside(redFlagFields)(typeof printed === "string" ? { text: printed } : printed),
  z
    .looseObject({
      ...redFlagFields,
      text: z.string("import.red_flag_without_text").trim().min(1, "import.red_flag_without_text"),
      unfit,
    })
    .transform(({ n, text, group, code, heading, sub, suggestedAction, footnotes, unfit: left, ...rest }) => {
      const { n: printedN, ...others } = left;
      return {
        n,
        text,
        group,
        code,
        heading,
        sub: sub ?? [],
        suggestedAction,
        footnotes,
        rest: {
          ...rest,
          ...others,
          ...(printedN === undefined ? {} : { printedN }),
          ...(footnotes.every(isPlain) ? {} : { footnotes }),
        },
      };
    }),
);

/** A word, which its name says whole; not a record, which it does not. */
export const isPlain = (item: unknown) => typeof item !== "object";

const documentFields = {
  docType: wordsUpTo(300),
  number: wordsUpTo(60),
  date: wordsOrNone,
  summary: wordsOrNone,
  source: wordsUpTo(2000),
  sourceUrl: z
    .string()
    .max(2000)
    .nullish()
    .transform((value) => value ?? null),
  licence: wordsUpTo(5000),
  jurisdiction: wordsUpTo(10),
  jointIssuers: listUpTo(120),
  inCoordinationWith: listUpTo(120),
  typologies: list,
  keyTerm: wordsUpTo(120),
  additionalKeyTerms: listUpTo(120),
  reportFields: list,
  audience: list,
  supersedes: listUpTo(60),
  supplements: listUpTo(60),
  groupsInSource: list,
};

export const printedDocument = z.preprocess(
  setAside(documentFields),
  z.looseObject({
    ...documentFields,
    title: z.string("import.title_missing").trim().min(1, "import.title_missing"),
    language: z.enum(["es", "en"], "import.language_unknown"),
    regulator: z
      .string("import.regulator_missing")
      .trim()
      .min(1, "import.regulator_missing")
      .max(300, "errors.too_long"),
    redFlags: z.array(printedRedFlag, "import.red_flags_missing"),
    unfit,
  }),
);
export type PrintedDocument = z.output<typeof printedDocument>;

/** A translation of a document that is already here, by number. */
export const printedTranslation = z.looseObject({
  number: z.string("import.number_missing").trim().min(1, "import.number_missing"),
  language: z.enum(["es", "en"], "import.language_unknown"),
  translationStatus: z
    .string()
    .transform((value) => value.trim().toLowerCase().replace(/\s+/g, "-"))
    .pipe(z.enum(["machine-draft", "human-reviewed", "certified"], "import.translation_state_unknown")),
  title: wordsOrNone,
  summary: wordsOrNone,
  groups: z
    .record(z.string(), z.string())
    .nullish()
    .transform((value) => value ?? {}),
  redFlags: z
    .array(
      z.looseObject({
        n: z.coerce.number("import.red_flag_without_n").int(),
        text: z.string("import.red_flag_without_text").trim().min(1, "import.red_flag_without_text"),
        heading: wordsOrNone,
        suggestedAction: wordsOrNone,
        sub: points(point)
          .optional()
          .transform((value) => value ?? []),
        footnotes: list,
      }),
    )
    .nullish()
    .transform((value) => value ?? []),
  typologies: list,
  audience: list,
});
export type PrintedTranslation = z.output<typeof printedTranslation>;

export const isTranslation = (file: unknown) =>
  typeof file === "object" && file !== null && "translationStatus" in file;
