import {
  type AdvisoryContent,
  type AdvisoryType,
  type Issuer,
  type Language,
  languages,
  type RedFlag,
  type SubPoint,
  type Text,
  type Tlp,
  tlpLabels,
} from "./advisory.form";

export type AdvisoryStatus = "draft" | "published" | "superseded" | "withdrawn";

const emptyText = (): Text => ({ es: "", en: "" });

export function emptyContent(type: AdvisoryType, issuers: Issuer[]): AdvisoryContent {
  return {
    type,
    origin: "native",
    date: null,
    tlp: "CLEAR",
    audience: { jurisdictions: [], sectors: [], organisations: [], members: [] },
    issuers,
    aliases: [],
    translation: { es: "original", en: "original" },
    title: emptyText(),
    summary: emptyText(),
    sections: [],
    groups: [],
    redFlags: [],
    typologies: [],
    shareWith: [],
    priorities: [],
    predicates: [],
    corridors: [],
    sectors: [],
    products: [],
    legalBasis: emptyText(),
    binding: false,
    validFrom: null,
    reviewBy: null,
    relations: [],
    contact: emptyText(),
    filing: {
      us: { keyTerms: [], fields: [] },
      mx: { reportTypes: [], fields: [], suggestedWording: emptyText() },
    },
    attachments: [],
    lesson:
      type === "enforcement-lesson"
        ? {
            institutions: [],
            orderNumber: "",
            period: { from: "", to: "" },
            amount: "",
            currency: "",
            scale: [],
            failures: [],
          }
        : null,
    statement:
      type === "statement"
        ? { speaker: "", capacity: emptyText(), venue: emptyText(), heldOn: "", form: "speech" }
        : null,
    source: null,
    changeNote: emptyText(),
  };
}

export function emptyRedFlag(id: string, n: number): RedFlag {
  return {
    id,
    n,
    home: null,
    group: null,
    heading: emptyText(),
    text: emptyText(),
    sub: [],
    suggestedControl: emptyText(),
    footnotes: [],
    sourceCode: "",
    observableAt: [],
    dataNeeded: emptyText(),
    strength: null,
    combinesWith: [],
    falsePositiveNote: emptyText(),
    amltrix: [],
    tlp: "CLEAR",
    state: "active",
    mergedInto: null,
    changeNote: emptyText(),
  };
}

/** `FIN-2026-A001#RF-07`: the lasting public id of a red flag. */
export const redFlagId = (advisoryNumber: string, n: number) =>
  `${advisoryNumber}#RF-${String(n).padStart(2, "0")}`;

/** The id of a flag as it stands in the advisory `number`: its home's when it was reused from elsewhere. */
export const publicRedFlagId = (number: string, flag: Pick<RedFlag, "home" | "n">) =>
  redFlagId(flag.home ?? number, flag.n);

/** The stricter of two labels: a part is never freer than the whole it stands in. */
export const strictest = (a: Tlp, b: Tlp): Tlp => (tlpLabels.indexOf(a) >= tlpLabels.indexOf(b) ? a : b);

/** The platform's own form of a key term: capitals, single spaces, plain hyphens. */
export const normaliseKeyTerm = (printed: string) =>
  printed
    .normalize("NFKC")
    .replace(/[‐-―]/g, "-")
    .replace(/["“”«»]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toUpperCase();

/** Numbers are compared without regard to case or surrounding space. */
export const foldNumber = (number: string) => number.normalize("NFKC").trim().toLowerCase();

export const otherLanguage = (language: Language): Language => (language === "es" ? "en" : "es");

/** One text that must say the same in both languages. `path` addresses it in the content and in the desk. */
export type Piece = {
  path: string;
  /** Locale key of the field's name, under `advisories:field`. */
  field: string;
  /** Public ordinal of the red flag or section that it belongs to, for people to find it. */
  place: string;
  text: Text;
  /** An optional piece may be empty in both languages; none may be empty in one only. */
  required: boolean;
};

/** Every bilingual text of an advisory in reading order: what parity, comments, comparison and clearing go by. */
export function piecesOf(content: AdvisoryContent): Piece[] {
  const pieces: Piece[] = [];
  const add = (path: string, field: string, text: Text, required = false, place = "") =>
    pieces.push({ path, field, text, required, place });
  const addSub = (path: string, points: SubPoint[], place: string) => {
    for (const point of points) {
      add(`${path}/${point.id}/text`, "subPoint", point.text, true, place);
      addSub(`${path}/${point.id}/sub`, point.sub, place);
    }
  };

  add("title", "title", content.title, true);
  add("summary", "summary", content.summary, true);
  for (const [i, section] of content.sections.entries()) {
    add(`sections/${section.id}/heading`, "sectionHeading", section.heading, true, `§${i + 1}`);
    add(`sections/${section.id}/body`, "sectionBody", section.body, true, `§${i + 1}`);
  }
  for (const group of content.groups) add(`groups/${group.id}/name`, "group", group.name, true);
  for (const flag of content.redFlags) {
    const at = `redFlags/${flag.id}`;
    const place = `RF-${String(flag.n).padStart(2, "0")}`;
    add(`${at}/heading`, "redFlagHeading", flag.heading, false, place);
    add(`${at}/text`, "redFlagText", flag.text, true, place);
    addSub(`${at}/sub`, flag.sub, place);
    add(`${at}/suggestedControl`, "suggestedControl", flag.suggestedControl, false, place);
    add(`${at}/dataNeeded`, "dataNeeded", flag.dataNeeded, false, place);
    add(`${at}/falsePositiveNote`, "falsePositiveNote", flag.falsePositiveNote, false, place);
    for (const note of flag.footnotes)
      add(`${at}/footnotes/${note.id}/text`, "footnote", note.text, true, place);
    add(`${at}/changeNote`, "redFlagChangeNote", flag.changeNote, flag.state !== "active", place);
  }
  for (const item of content.shareWith) add(`shareWith/${item.id}/text`, "shareWith", item.text, true);
  for (const item of content.predicates) add(`predicates/${item.id}/text`, "predicate", item.text, true);
  for (const item of content.products) add(`products/${item.id}/text`, "product", item.text, true);
  add("legalBasis", "legalBasis", content.legalBasis);
  add("filing/mx/suggestedWording", "suggestedWording", content.filing.mx.suggestedWording);
  add("contact", "contact", content.contact);
  if (content.lesson) {
    for (const row of content.lesson.scale) add(`lesson/scale/${row.id}/label`, "scale", row.label, true);
    for (const failure of content.lesson.failures) {
      add(`lesson/failures/${failure.code}/note`, "failureNote", failure.note);
    }
  }
  if (content.statement) {
    add("statement/capacity", "capacity", content.statement.capacity);
    add("statement/venue", "venue", content.statement.venue);
  }
  add("changeNote", "changeNote", content.changeNote);
  return pieces;
}

/** Languages in which every required piece is written. */
export function completeLanguages(content: AdvisoryContent): Language[] {
  const pieces = piecesOf(content);
  return languages.filter((language) =>
    pieces.every(({ text, required }) =>
      required ? text[language].trim() !== "" : text[language].trim() !== "" || text.es + text.en === "",
    ),
  );
}
