/**
 * The rule of product.md §3: no count under `fewest` institutions is published or can be reckoned, and none of the others' by one
 * institution that knows its own answer (`insiders`), so that what is published counts at least six (decision 225).
 */
export const rule = { fewest: 5, insiders: 1 } as const;
export const fewestPublished = rule.fewest + rule.insiders;
/** A smaller group could never show a category and leave enough in the others: it is counted together with the next. */
export const smallestGroup = 2 * fewestPublished;

/** What counts an institution without an answer to a question that may be left open. */
export const noAnswer = "no-answer";

export const breakdowns = ["jurisdiction", "sector", "size"] as const;
export type Breakdown = (typeof breakdowns)[number];

/** Of whom an answer counts: all that a release ever says of an institution. */
export type Kind = Record<Breakdown, string>;

/** What is counted: one question of a round, or of one of its red flags. */
export type Subject = { redFlag: string | null; question: string; categories: readonly string[] };

/** One institution's answers, each by the key of its subject (`subjectKey`). */
export type Ballot = Kind & { answers: Readonly<Record<string, string>> };

export const subjectKey = ({ redFlag, question }: Pick<Subject, "redFlag" | "question">) =>
  redFlag === null ? question : `${redFlag}/${question}`;

type Asked = { key: string; about: string; required: boolean; categories: readonly string[] };

/** Everything that a round counts, in the order in which a release prints it. */
export function subjectsOf(redFlags: readonly string[], questions: readonly Asked[]): Subject[] {
  const subject = (redFlag: string | null, { key, required, categories }: Asked): Subject => ({
    redFlag,
    question: key,
    categories: required ? categories : [...categories, noAnswer],
  });
  const flagged = questions.filter(({ about }) => about === "red-flag");
  return [
    ...questions.filter(({ about }) => about === "round").map((question) => subject(null, question)),
    ...redFlags.flatMap((redFlag) => flagged.map((question) => subject(redFlag, question))),
  ];
}

/** Institutions counted together: one value of a breakdown, or several that are too few alone. */
export type Group = { members: string[]; answered: number };

/** Counts by category; null is withheld, never zero. */
export type Counts = (number | null)[];

/** A breakdown that is not shown says why: too few institutions, an earlier release, too little left of it; or this reader reads aggregates only. */
export type Withheld = { withheld: "too_few" | "earlier_release" | "little_left" | "aggregates" };

export type ReleaseTable = Subject & {
  overall: Counts | Withheld;
} & Record<Breakdown, Counts[] | Withheld>;

export type Release = {
  rule: { fewest: number; insiders: number };
  answered: number;
  groups: Record<Breakdown, Group[] | Withheld>;
  tables: ReleaseTable[];
};

export const isWithheld = (what: object): what is Withheld => "withheld" in what;

/** So few answered that no figure of any question is published. */
export const isTooFew = ({ answered }: Pick<Release, "answered">) => answered < smallestGroup;

/** One column of a table: everybody, or one group of a breakdown. */
export type Place = { breakdown: Breakdown | null; group: number };

/** The columns that a release may fill, everybody first, then from the most useful breakdown to the least. */
export function placesOf(groups: Release["groups"]): Place[] {
  return [
    { breakdown: null, group: 0 },
    ...breakdowns.flatMap((breakdown) => {
      const held = groups[breakdown];
      return isWithheld(held) ? [] : held.map((_, group) => ({ breakdown, group }));
    }),
  ];
}

/** What a table says at a place, by category. */
export function countsAt(table: ReleaseTable, { breakdown, group }: Place): Counts {
  const all = table.categories.map(() => null);
  if (breakdown === null) return isWithheld(table.overall) ? all : table.overall;
  const columns = table[breakdown];
  return isWithheld(columns) ? all : (columns[group] ?? all);
}

export function includes(groups: Release["groups"], { breakdown, group }: Place, kind: Kind) {
  if (breakdown === null) return true;
  const held = groups[breakdown];
  return !isWithheld(held) && (held[group]?.members.includes(kind[breakdown]) ?? false);
}
