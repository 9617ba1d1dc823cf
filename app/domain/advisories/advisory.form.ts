import { z } from "zod";

/**
 * The content of an advisory: what people write, what is hashed, cleared and published.
 * A text is held in both languages; an empty string means that the language is missing.
 * Messages are locale keys under `errors`.
 */

export const languages = ["es", "en"] as const;
export type Language = (typeof languages)[number];

export const advisoryTypes = [
  "advisory",
  "alert",
  "notice",
  "trend-analysis",
  "order-digest",
  "enforcement-lesson",
  "statement",
] as const;
export type AdvisoryType = (typeof advisoryTypes)[number];

/** TLP 2.0, least restrictive first. */
export const tlpLabels = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"] as const;
export type Tlp = (typeof tlpLabels)[number];

export const issuerRoles = ["lead", "joint", "in-coordination"] as const;
export const sectionKinds = [
  "introduction",
  "background",
  "methodology",
  "case-study",
  "guidance",
  "obligations",
  "filing",
  "annex",
  "other",
] as const;
export const observationPoints = ["onboarding", "monitoring", "case-review", "branch", "trade"] as const;
export const strengths = ["contextual", "moderate", "strong"] as const;
export const redFlagStates = ["active", "amended", "merged-into", "withdrawn"] as const;
export const relationKinds = [
  "builds-on",
  "supplements",
  "replaces",
  "rescinds",
  "consolidates",
  "cites",
] as const;
export const translationStates = [
  "original",
  "missing",
  "machine-draft",
  "human-reviewed",
  "certified",
  "stale",
] as const;
export type TranslationState = (typeof translationStates)[number];
export const mxReportTypes = ["ROI", "ROIP", "R24"] as const;
export const datePrecisions = ["day", "month", "year"] as const;

/** The eight AML/CFT national priorities of June 2021, used by both sides as a shared list. */
export const priorities = [
  "corruption",
  "cybercrime",
  "terrorist-financing",
  "fraud",
  "transnational-organised-crime",
  "drug-trafficking",
  "human-trafficking-and-smuggling",
  "proliferation-financing",
] as const;

export const sectors = [
  "bank",
  "credit-union",
  "broker",
  "fintech",
  "money-transmitter",
  "exchange-house",
  "armored-car",
  "casino",
  "insurance",
  "trust-company",
  "vulnerable-activity",
] as const;
export type Sector = (typeof sectors)[number];

/** What went wrong in an enforcement lesson: the closed list of product.md §2. */
export const processFailures = [
  "coverage-gap",
  "backlog",
  "frozen-tuning",
  "under-resourcing",
  "insider",
  "not-registered",
  "ignored-warning",
  "third-party-blindness",
  "training-gap",
  "testing-gap",
] as const;

const short = z.string().max(500, "errors.too_long");
const long = z.string().max(200_000, "errors.too_long");
const textOf = (part: z.ZodString) => z.object({ es: part, en: part });
export const shortText = textOf(short);
export const longText = textOf(long);
export type Text = { es: string; en: string };

const itemId = z.uuid("errors.bad_id");
const tlp = z.enum(tlpLabels, "errors.unknown_tlp");
const isoDay = z.iso.date("errors.bad_date");
const looseDate = z.object({
  value: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "errors.bad_date"),
  precision: z.enum(datePrecisions),
});

export type SubPoint = { id: string; text: Text; sub: SubPoint[] };
const subPoint: z.ZodType<SubPoint> = z
  .lazy(() => z.object({ id: itemId, text: longText, sub: z.array(subPoint).max(500) }))
  // A schema that holds itself is described by name.
  .meta({ id: "WrittenSubPoint" });

export const redFlagSchema = z.object({
  /** The indicator's own id; the same indicator keeps it through every version and advisory. */
  id: itemId,
  /** Ordinal in its home advisory; with the home number it makes the public id `FIN-2026-A001#RF-07`. */
  n: z.number().int().positive(),
  /** Number of the advisory it comes from when reused; null at home. */
  home: z.string().max(60).nullable(),
  group: itemId.nullable(),
  heading: shortText,
  text: longText,
  sub: z.array(subPoint).max(500),
  suggestedControl: longText,
  footnotes: z.array(z.object({ id: itemId, text: longText })).max(500),
  sourceCode: z.string().max(60),
  observableAt: z.array(z.enum(observationPoints)),
  dataNeeded: longText,
  strength: z.enum(strengths).nullable(),
  combinesWith: z.array(z.string().max(80)).max(50),
  falsePositiveNote: longText,
  amltrix: z.array(z.string().regex(/^T\d{4}(\.\d{3})?$/, "errors.bad_amltrix")).max(30),
  tlp,
  state: z.enum(redFlagStates),
  mergedInto: z.string().max(80).nullable(),
  changeNote: longText,
});
export type RedFlag = z.infer<typeof redFlagSchema>;

export const sectionSchema = z.object({
  id: itemId,
  kind: z.enum(sectionKinds),
  heading: shortText,
  body: longText,
  tlp,
});
export type Section = z.infer<typeof sectionSchema>;

export const attachmentSchema = z.object({
  id: itemId,
  name: z.string().max(200),
  mediaType: z.string().max(120),
  size: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  tlp,
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const audienceSchema = z.object({
  jurisdictions: z.array(z.string().regex(/^[A-Z]{2}$/, "errors.bad_jurisdiction")).max(50),
  sectors: z.array(z.enum(sectors)).max(20),
  organisations: z.array(z.uuid()).max(500),
  /** Named persons: the only readers of TLP:RED besides the issuing authorities. */
  members: z.array(z.uuid()).max(500),
});
export type Audience = z.infer<typeof audienceSchema>;

export const issuerSchema = z.object({
  /** Null for an issuer that is not on the platform. */
  organisationId: z.uuid().nullable(),
  shortName: z.string().min(1).max(120),
  role: z.enum(issuerRoles),
});
export type Issuer = z.infer<typeof issuerSchema>;

const figure = z.object({ id: itemId, label: shortText, value: z.string().max(120) });

const lessonSchema = z.object({
  institutions: z
    .array(z.object({ id: itemId, name: short, lei: z.string().max(20), bic: z.string().max(11) }))
    .max(50),
  orderNumber: z.string().max(120),
  period: z.object({ from: z.string().max(10), to: z.string().max(10) }),
  /** Decimal, in units of the currency. */
  amount: z.string().regex(/^(\d{1,18}(\.\d{1,4})?)?$/, "errors.bad_amount"),
  currency: z.string().regex(/^([A-Z]{3})?$/, "errors.bad_currency"),
  scale: z.array(figure).max(50),
  failures: z.array(z.object({ code: z.enum(processFailures), note: longText })).max(10),
});

const statementSchema = z.object({
  speaker: short,
  capacity: shortText,
  venue: shortText,
  heldOn: z.string().max(10),
  form: z.enum(["speech", "dialogue", "consultation"]),
});

/** Where an imported document came from, as printed; `rest` keeps every field of the file that the model has no name for. */
const sourceSchema = z.object({
  name: z.string().max(2000),
  url: z.string().max(2000).nullable(),
  licence: z.string().max(5000),
  regulator: z.string().max(300),
  jurisdiction: z.string().max(10),
  documentType: z.string().max(300),
  printedNumber: z.string().max(120),
  rest: z.record(z.string(), z.unknown()),
});

export const advisoryContentSchema = z.object({
  type: z.enum(advisoryTypes),
  origin: z.enum(["native", "imported"]),
  /** The document's own date when it was issued elsewhere; null: the day of publication. */
  date: looseDate.nullable(),
  tlp,
  audience: audienceSchema,
  issuers: z.array(issuerSchema).min(1).max(100),
  aliases: z.array(z.string().max(60)).max(20),
  /** The state of each language's text; a native advisory has `original` in both. */
  translation: z.object({ es: z.enum(translationStates), en: z.enum(translationStates) }),
  title: shortText,
  summary: longText,
  sections: z.array(sectionSchema).max(200),
  groups: z.array(z.object({ id: itemId, name: shortText })).max(300),
  redFlags: z.array(redFlagSchema).max(1000),
  typologies: z.array(z.object({ code: z.string().regex(/^[a-z0-9-]{1,80}$/), printed: shortText })).max(200),
  shareWith: z.array(z.object({ id: itemId, text: shortText })).max(300),
  priorities: z.array(z.enum(priorities)),
  predicates: z.array(z.object({ id: itemId, text: shortText })).max(50),
  corridors: z.array(z.object({ from: z.string().max(80), to: z.string().max(80) })).max(50),
  sectors: z.array(z.enum(sectors)),
  products: z.array(z.object({ id: itemId, text: shortText })).max(50),
  legalBasis: longText,
  binding: z.boolean(),
  validFrom: isoDay.nullable(),
  reviewBy: isoDay.nullable(),
  relations: z
    .array(z.object({ kind: z.enum(relationKinds), number: z.string().min(1).max(60), inForce: z.boolean() }))
    .max(300),
  contact: longText,
  filing: z.object({
    us: z.object({
      keyTerms: z
        .array(
          z.object({
            id: itemId,
            printed: z.string().max(120),
            normalised: z.string().max(120),
            /** A group's id, or null for the whole document. */
            appliesTo: itemId.nullable(),
            secondary: z.boolean(),
          }),
        )
        .max(200),
      fields: z.array(z.object({ id: itemId, text: z.string().max(500) })).max(200),
    }),
    mx: z.object({
      reportTypes: z.array(z.enum(mxReportTypes)),
      fields: z.array(z.object({ id: itemId, text: z.string().max(500) })).max(200),
      suggestedWording: longText,
    }),
  }),
  attachments: z.array(attachmentSchema).max(50),
  lesson: lessonSchema.nullable(),
  statement: statementSchema.nullable(),
  source: sourceSchema.nullable(),
  /** What changed since the version before; empty in a first version. */
  changeNote: longText,
});
export type AdvisoryContent = z.infer<typeof advisoryContentSchema>;
