/** A passage of one language's text that a finding points at; offsets count UTF-16 units of the text as typed. */
export type Mark = { start: number; end: number; text: string };

export const findingKinds = [
  "missing",
  "language",
  "number",
  "amount",
  "magnitude",
  "percentage",
  "date",
  "date-order",
  "ordinal",
  "identifier",
  "key-term",
  "link",
  "email",
  "footnote",
  "report-name",
  "repeated",
  "list-items",
  "headings",
  "table-rows",
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** A blocking difference stops publication; a notice asks for a second look. */
export type Severity = "blocking" | "notice";

export type PieceFinding = {
  kind: FindingKind;
  severity: Severity;
  /** Locale key of the sentence, under `parity:finding`; its values are `{{es}}` and `{{en}}`. */
  message: string;
  values: { es: string; en: string };
  /** What stands on each side; empty where nothing corresponds. */
  es: Mark[];
  en: Mark[];
};

export type Finding = PieceFinding & { path: string; field: string; place: string };

export type ParityReport = {
  /** False when a document from elsewhere stands in its original language only: there is nothing to compare. */
  compared: boolean;
  pieces: number;
  findings: Finding[];
};

export const isInParity = (report: ParityReport) =>
  report.findings.every(({ severity }) => severity !== "blocking");

/** The findings of one piece, to mark it where it is written. */
export const findingsAt = (report: ParityReport, path: string) =>
  report.findings.filter((finding) => finding.path === path);
