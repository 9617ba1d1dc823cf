import type { Language, Text } from "../advisories/advisory.form";
import { type Fact, numberKey, Scan } from "./fact";
import { magnitudeWords, oneWords, threeWords, twoWords } from "./lexicon";
import { matchFacts } from "./match-facts";
import type { FindingKind, Mark, PieceFinding, Severity } from "./parity";
import { readDates } from "./read-dates";
import { readOrdinalWords } from "./read-ordinals";
import { readQuantities } from "./read-quantities";
import { readReferences } from "./read-references";
import { readReportNames, readStructure } from "./read-structure";
import { readsAsOther } from "./reads-as-other";

/** More differences than this are two different texts: no list of them helps. */
const mostFindings = 200;

export type PieceContext = {
  /** Key terms of the filing block, as printed: they stand the same in both texts. */
  keyTerms?: string[];
  /** A required piece may not be empty in both languages. */
  required?: boolean;
};

/** What differs between the two texts of one piece; fast enough to run at every keystroke. */
export function checkPiece(
  text: Text,
  { keyTerms = [], required = false }: PieceContext = {},
): PieceFinding[] {
  const empty = { es: text.es.trim() === "", en: text.en.trim() === "" };
  if (empty.es && empty.en) return required ? [finding("missing", "both", [], [])] : [];
  if (empty.es) return [finding("missing", "es", [], [])];
  if (empty.en) return [finding("missing", "en", [], [])];

  const foreign = foreignText(text);
  if (foreign) return [foreign];
  const facts = { es: factsOf(text.es, "es", keyTerms), en: factsOf(text.en, "en", keyTerms) };
  const findings = [
    ...factFindings(text, facts.es, facts.en),
    ...reportNameFindings(facts.es, facts.en),
    ...structureFindings(text),
  ];
  // Blocking ones first, so that none is cut off behind notices.
  const blocking = findings.filter(({ severity }) => severity === "blocking");
  const notices = findings.filter(({ severity }) => severity === "notice");
  return [...blocking, ...notices].slice(0, mostFindings).sort((a, b) => firstMark(a) - firstMark(b));
}

const firstMark = ({ es, en }: PieceFinding) => es[0]?.start ?? en[0]?.start ?? Number.POSITIVE_INFINITY;

function factsOf(text: string, language: Language, keyTerms: string[]) {
  const scan = new Scan(text);
  readReferences(scan, language, keyTerms);
  readDates(scan, language);
  readQuantities(scan, language);
  readOrdinalWords(scan, language);
  return { scan, facts: scan.facts.sort((a, b) => a.start - b.start) };
}

type Facts = ReturnType<typeof factsOf>;

function finding(
  kind: FindingKind,
  message: string,
  es: Mark[],
  en: Mark[],
  severity: Severity = "blocking",
  values = { es: shown(es), en: shown(en) },
): PieceFinding {
  return { kind, severity, message: `${kind}.${message}`, values, es: es.map(bare), en: en.map(bare) };
}

const shown = (marks: Mark[]) => marks.map(({ text }) => text).join(" · ");
const bare = ({ start, end, text }: Mark): Mark => ({ start, end, text });

function foreignText(text: Text): PieceFinding | undefined {
  const whole = (language: Language) => [{ start: 0, end: text[language].length, text: text[language] }];
  if (readsAsOther(text.es, "es"))
    return finding("language", "es", whole("es"), [], "blocking", { es: "", en: "" });
  if (readsAsOther(text.en, "en"))
    return finding("language", "en", [], whole("en"), "blocking", { es: "", en: "" });
  return undefined;
}

function factFindings(text: Text, es: Facts, en: Facts): PieceFinding[] {
  const matched = matchFacts(es.facts, en.facts);
  const alone = {
    es: without(matched.es, saidOtherwise(text.en, "en")),
    en: without(matched.en, saidOtherwise(text.es, "es")),
  };
  const couples = coupleLeftovers(alone.es, alone.en);
  const coupled = new Set(couples.flat());
  const agreed = new Set(matched.pairs.flatMap(([a, b]) => [...a.keys, ...b.keys]));
  return [
    ...couples.map(([a, b]) => differing(a, b, text)),
    ...alone.es.filter((fact) => !coupled.has(fact)).flatMap((fact) => oneSided(fact, "es", agreed)),
    ...alone.en.filter((fact) => !coupled.has(fact)).flatMap((fact) => oneSided(fact, "en", agreed)),
  ];
}

const without = (facts: Fact[], excused: (fact: Fact) => boolean) => facts.filter((fact) => !excused(fact));

/** The smallest figures have other words: an account, both, a pair, threefold. */
function saidOtherwise(other: string, language: Language): (fact: Fact) => boolean {
  const said = [oneWords, twoWords, threeWords].map((words) => words[language].test(other));
  return ({ keys }) => said.some((isSaid, i) => isSaid && keys.includes(numberKey(i + 1)));
}

const measured = new Set<FindingKind>(["number", "amount", "percentage"]);
const family = (fact: Fact) => (measured.has(fact.kind) ? "measure" : fact.kind);

/** Which leftover of one text stands for which of the other: the same figure first, then the same kind in order. */
function coupleLeftovers(es: Fact[], en: Fact[]): [Fact, Fact][] {
  const couples: [Fact, Fact][] = [];
  const [leftEs, leftEn] = [new Set(es.slice(0, mostFindings)), new Set(en.slice(0, mostFindings))];
  const likenesses: ((a: Fact, b: Fact) => boolean)[] = [
    (a, b) => a.value !== undefined && a.value === b.value,
    (a, b) => isThousandfold(a, b),
    (a, b) => a.kind === b.kind,
    (a, b) => family(a) === family(b),
    (a, b) => shareYear(a, b) || shareYear(b, a),
  ];
  for (const alike of likenesses) {
    for (const fact of leftEs) {
      const partner = first(leftEn, (candidate) => alike(fact, candidate));
      if (!partner) continue;
      couples.push([fact, partner]);
      leftEs.delete(fact);
      leftEn.delete(partner);
    }
  }
  return couples;
}

function first<Item>(items: Iterable<Item>, suits: (item: Item) => boolean): Item | undefined {
  for (const item of items) if (suits(item)) return item;
  return undefined;
}

function isThousandfold(a: Fact, b: Fact): boolean {
  if (!measured.has(a.kind) || !measured.has(b.kind) || !a.value || !b.value) return false;
  const power = Math.log10(a.value / b.value) / 3;
  return power !== 0 && Math.abs(power - Math.round(power)) < 1e-9;
}

const shareYear = (number: Fact, date: Fact) =>
  number.kind === "number" &&
  date.kind === "date" &&
  date.keys.some((key) => key.startsWith(`d:${number.value}`));

function differing(es: Fact, en: Fact, text: Text): PieceFinding {
  if (isThousandfold(es, en) && (magnitudeWords.es.test(text.es) || magnitudeWords.en.test(text.en))) {
    return finding("magnitude", "differs", [es], [en]);
  }
  if (es.kind === "date" && en.kind === "date" && isTurned(es, en))
    return finding("date-order", "differs", [es], [en]);
  const rank: FindingKind[] = ["date", "amount", "percentage", "ordinal", "number"];
  const kind = rank.find((candidate) => es.kind === candidate || en.kind === candidate) ?? es.kind;
  return finding(es.kind === en.kind ? es.kind : kind, "differs", [es], [en]);
}

/** 2024-05-06 against 2024-06-05. */
function isTurned(es: Fact, en: Fact): boolean {
  const [a, b] = [es.keys[0]?.split("-"), en.keys[0]?.split("-")];
  return a?.length === 3 && b?.length === 3 && a[0] === b[0] && a[1] === b[2] && a[2] === b[1];
}

function oneSided(fact: Fact, side: Language, agreed: Set<string>): PieceFinding[] {
  const marks = (language: Language) => (language === side ? [fact] : []);
  if (fact.keys.some((key) => agreed.has(key))) {
    // A name may be replaced by "the said advisory"; a figure said more often in one text deserves a look.
    if (fact.kind === "identifier" || fact.kind === "key-term" || fact.certainty === "paired") return [];
    return [
      finding("repeated", `more_${side}`, marks("es"), marks("en"), "notice", {
        es: fact.text,
        en: fact.text,
      }),
    ];
  }
  if (fact.certainty === "paired") {
    if (fact.value !== 2 || fact.kind !== "number") return [];
    return [finding(fact.kind, `only_${side}`, marks("es"), marks("en"), "notice")];
  }
  return [finding(fact.kind, `only_${side}`, marks("es"), marks("en"))];
}

function reportNameFindings(es: Facts, en: Facts): PieceFinding[] {
  const [inEs, inEn] = [readReportNames(es.scan), readReportNames(en.scan)];
  return ["sar-roi", "ctr-ror"].flatMap((name) => {
    const named = {
      es: inEs.filter((mark) => mark.name === name),
      en: inEn.filter((mark) => mark.name === name),
    };
    const regimes = { es: new Set(named.es.map(({ of }) => of)), en: new Set(named.en.map(({ of }) => of)) };
    const crossed =
      regimes.es.size === 1 && regimes.en.size === 1 && [...regimes.es][0] !== [...regimes.en][0];
    return crossed ? [finding("report-name", "differs", named.es.slice(0, 1), named.en.slice(0, 1))] : [];
  });
}

function structureFindings(text: Text): PieceFinding[] {
  const [es, en] = [readStructure(text.es), readStructure(text.en)];
  const kinds = ["list-items", "headings", "table-rows"] as const;
  return kinds
    .filter((kind) => es[kind] !== en[kind])
    .map((kind) =>
      finding(kind, "differs", [], [], "notice", { es: String(es[kind]), en: String(en[kind]) }),
    );
}
