import type { AdvisoryStatus } from "./advisory";
import type {
  AdvisoryContent,
  AdvisoryType,
  Language,
  RedFlag,
  Text,
  Tlp,
  TranslationState,
} from "./advisory.form";
import type { PrintedField } from "./printed-fields";

/** A text with the language that it is really in: never passed off as a translation. */
export type Said = { lang: Language; text: string };
/** The same as safe HTML, made from Markdown on the server. */
export type SaidHtml = { lang: Language; html: string };

/** The text in the reader's language, else the one that exists, else null. */
export function saidIn(language: Language, text: Text): Said | null {
  if (text[language].trim() !== "") return { lang: language, text: text[language] };
  const other: Language = language === "es" ? "en" : "es";
  return text[other].trim() === "" ? null : { lang: other, text: text[other] };
}

export type SubPointReading = { id: string; body: SaidHtml | null; sub: SubPointReading[] };

/** A red flag as one page shows it. */
export type RedFlagReading = {
  /** `FIN-2026-A001#RF-07`. */
  publicId: string;
  /** Id of the paragraph on its page; the same in both languages. */
  anchor: string;
  n: number;
  /** Number of the advisory that it comes from when it stands in another. */
  home: string | null;
  heading: Said | null;
  body: SaidHtml | null;
  sub: SubPointReading[];
  suggestedControl: SaidHtml | null;
  footnotes: { id: string; body: SaidHtml | null }[];
  sourceCode: string;
  observableAt: RedFlag["observableAt"];
  dataNeeded: SaidHtml | null;
  strength: RedFlag["strength"];
  combinesWith: string[];
  falsePositiveNote: SaidHtml | null;
  amltrix: string[];
  tlp: Tlp;
  state: RedFlag["state"];
  mergedInto: string | null;
  changeNote: Said | null;
};

export type LessonReading = Omit<NonNullable<AdvisoryContent["lesson"]>, "scale" | "failures"> & {
  scale: { id: string; label: Said | null; value: string }[];
  failures: {
    code: NonNullable<AdvisoryContent["lesson"]>["failures"][number]["code"];
    note: SaidHtml | null;
  }[];
};

export type StatementReading = Omit<NonNullable<AdvisoryContent["statement"]>, "capacity" | "venue"> & {
  capacity: Said | null;
  venue: Said | null;
};

/** An advisory as its page in one language shows it. */
export type AdvisoryReading = {
  number: string;
  status: AdvisoryStatus;
  version: number;
  currentVersion: number;
  firstPublishedAt: string;
  publishedAt: string;
  type: AdvisoryType;
  origin: AdvisoryContent["origin"];
  tlp: Tlp;
  date: AdvisoryContent["date"];
  issuers: AdvisoryContent["issuers"];
  aliases: string[];
  translation: { here: TranslationState; other: TranslationState };
  title: Said | null;
  summary: SaidHtml | null;
  withdrawal: { at: string; reason: Said | null } | null;
  replacedBy: { number: string; linkable: boolean } | null;
  sections: {
    id: string;
    anchor: string;
    kind: AdvisoryContent["sections"][number]["kind"];
    heading: Said | null;
    body: SaidHtml | null;
    tlp: Tlp;
  }[];
  /** Red flags in printed order; a new part begins where the group changes. */
  parts: { id: string; anchor: string; name: Said | null; flags: RedFlagReading[] }[];
  typologies: { code: string; name: Said | null; amltrix: string[] }[];
  shareWith: Said[];
  priorities: AdvisoryContent["priorities"];
  predicates: Said[];
  corridors: AdvisoryContent["corridors"];
  sectors: AdvisoryContent["sectors"];
  products: Said[];
  legalBasis: SaidHtml | null;
  binding: boolean;
  validFrom: string | null;
  reviewBy: string | null;
  relations: (AdvisoryContent["relations"][number] & { linkable: boolean })[];
  contact: SaidHtml | null;
  filing: {
    us: {
      keyTerms: {
        id: string;
        printed: string;
        normalised: string;
        appliesTo: Said | null;
        secondary: boolean;
      }[];
      fields: { id: string; text: string }[];
    };
    mx: Omit<AdvisoryContent["filing"]["mx"], "suggestedWording"> & { suggestedWording: SaidHtml | null };
  };
  attachments: AdvisoryContent["attachments"];
  lesson: LessonReading | null;
  statement: StatementReading | null;
  source:
    | (Omit<NonNullable<AdvisoryContent["source"]>, "rest"> & { linkable: boolean; more: PrintedField[] })
    | null;
  versions: { n: number; publishedAt: string; change: Said | null }[];
  contentHash: string;
};
