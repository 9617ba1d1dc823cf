import { z } from "zod";

/**
 * A document as published elsewhere, in the shape of shared/data/advisories. Only what makes it a document is required;
 * whatever else the file holds is kept, under its own name if the model has no better place for it.
 */
const words = z.union([z.string(), z.number()]).transform(String);
const wordsOrNone = words.nullish().transform((value) => value ?? "");
const list = z
  .union([z.array(z.unknown()), z.string()])
  .nullish()
  .transform((value) => (typeof value === "string" ? [value] : (value ?? [])));

export type PrintedPoint = { text: string; sub: PrintedPoint[]; rest: Record<string, unknown> };

const point: z.ZodType<PrintedPoint, unknown> = z.lazy(() =>
  z.union([
    words.transform((text): PrintedPoint => ({ text, sub: [], rest: {} })),
    z
      .looseObject({ text: words, sub: z.array(point).nullish() })
      .transform(({ text, sub, ...rest }): PrintedPoint => ({ text, sub: sub ?? [], rest })),
  ]),
);

const printedRedFlag = z
  .looseObject({
    n: z.coerce
      .number("import.red_flag_without_n")
      .int("import.red_flag_without_n")
      .positive("import.red_flag_without_n"),
    text: z.string("import.red_flag_without_text").trim().min(1, "import.red_flag_without_text"),
    group: words.nullish().transform((value) => value ?? null),
    code: wordsOrNone,
    heading: wordsOrNone,
    sub: z
      .array(point)
      .nullish()
      .transform((value) => value ?? []),
    suggestedAction: wordsOrNone,
    footnotes: list,
  })
  .transform(({ n, text, group, code, heading, sub, suggestedAction, footnotes, ...rest }) => ({
    n,
    text,
    group,
    code,
    heading,
    sub,
    suggestedAction,
    footnotes,
    rest,
  }));

export const printedDocument = z.looseObject({
  title: z.string("import.title_missing").trim().min(1, "import.title_missing"),
  language: z.enum(["es", "en"], "import.language_unknown"),
  regulator: z.string("import.regulator_missing").trim().min(1, "import.regulator_missing"),
  redFlags: z.array(printedRedFlag, "import.red_flags_missing"),
  docType: wordsOrNone,
  number: wordsOrNone,
  date: wordsOrNone,
  summary: wordsOrNone,
  source: wordsOrNone,
  sourceUrl: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  licence: wordsOrNone,
  jurisdiction: wordsOrNone,
  jointIssuers: list,
  inCoordinationWith: list,
  typologies: list,
  keyTerm: wordsOrNone,
  additionalKeyTerms: list,
  reportFields: list,
  audience: list,
  supersedes: list,
  supplements: list,
  groupsInSource: list,
});
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
        sub: z
          .array(point)
          .nullish()
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
