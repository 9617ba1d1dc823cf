import { createHash } from "node:crypto";
import { countedQuestions } from "~/domain/rounds/questions";
import type { DemoRound, Leaning } from "~db/demo/rounds/round-story";

/** How often each category is answered where a round says nothing else; in the order of `countedQuestions`. */
const usual: Required<Leaning> = {
  seen: [1, 6, 8, 3, 0],
  observableAt: [0, 12, 4, 1, 0],
  adopted: [7, 1, 5, 0, 0, 5, 0],
  worthReview: [0, 4, 10, 2, 0, 2],
  alertVolume: [0, 6, 10, 1, 0, 1],
  falsePositiveDriver: [11, 0, 4, 0, 3, 0, 0],
  clarity: [0, 1, 4, 9, 4],
  specificity: [0, 3, 8, 6, 1],
  usefulness: [0, 0, 4, 10, 4],
  timeliness: [0, 5, 8, 5, 0],
  legalClarity: [0, 4, 9, 5, 0],
  qualityEs: [0, 0, 3, 9, 6],
  qualityEn: [0, 0, 2, 8, 8],
  newVariant: [5, 12],
  pressureToClose: [9, 7, 2],
  daysToImplement: [0, 6, 9, 2, 0, 1],
  effort: [0, 7, 8, 1, 0, 2],
  wouldJoinRoundtable: [12, 5],
};

/** Between zero and one, always the same for the same words. */
const chance = (words: string) => createHash("sha256").update(words).digest().readUInt32BE() / 2 ** 32;

function chosen(categories: readonly string[], weights: readonly number[], at: number) {
  let left = at * weights.reduce((sum, one) => sum + one, 0);
  for (const [i, category] of categories.entries()) {
    left -= weights[i] ?? 0;
    if (left < 0) return category;
  }
  return categories[0] ?? "";
}

type Asked = {
  round: DemoRound;
  /** Key of the institution. */
  by: string;
  jurisdiction: string;
  rows: { n: number; publicId: string }[];
};

/** What an institution of the demo answers to all that is counted: some of what may be left open it leaves open. */
export function usualAnswers({ round, by, jurisdiction, rows }: Asked) {
  return [{ n: 0, publicId: "" }, ...rows].flatMap(({ n, publicId }) => {
    const { MX, US, ...everywhere } = round.leanings?.[publicId] ?? {};
    const own: Leaning = { ...everywhere, ...(jurisdiction === "MX" ? MX : US) };
    return countedQuestions
      .filter(({ about }) => (about === "round") === (n === 0))
      .flatMap(({ key, required, categories }) => {
        const place = `${by} ${publicId} ${key}`;
        if (!required && chance(`${place} left open`) < 0.15) return [];
        const answer = chosen(categories, own[key] ?? usual[key], chance(`${place} ${round.key}`));
        return [{ row: n, question: key, answer }];
      });
  });
}
