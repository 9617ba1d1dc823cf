import { countKinds, kinds } from "~/domain/screening/finding";
import { screenText } from "~/domain/screening/screen-text";
import type { Emit } from "./measurement";
import { type Labelled, readCorpus } from "./screening-corpus";

type Tally = { right: number; wrong: number; missed: number };

/** The labelled corpora: a kind in a sentence counts once, as found, as found where it is not, or as missed. */
export async function run(emit: Emit) {
  const corpora = ["tuned", "held-out"].map((name) => ({ name, sentences: readCorpus(name) }));
  for (const { name, sentences } of corpora) {
    const tallies = tally(sentences);
    const all = sum(Object.values(tallies));
    const passing = sentences.filter(({ holds }) => holds.length === 0);
    const stopped = passing.filter(({ text }) => screenText(text).length > 0).length;
    const suffix = name === "tuned" ? "" : `.${name}`;
    const byKind = kinds.map((kind) => {
      const { right, wrong, missed } = tallies[kind];
      return `${kind} ${right} found, ${wrong} wrongly, ${missed} missed`;
    });
    const notes = `${sentences.length} sentences of our own (${sentences.filter(({ language }) => language === "es").length} in Spanish), ${passing.length} to pass, of which ${stopped} were stopped; invented identifiers; ${name === "tuned" ? "the rules were tuned on these" : "written after the tuning"}; floor: a screen that stops every sentence for every kind that it holds`;
    const precision = share(all.right, all.right + all.wrong);
    const recall = share(all.right, all.right + all.missed);
    emit({
      name: `screening.precision${suffix}`,
      value: precision,
      unit: "share",
      floor: 1,
      ratio: precision,
      notes: `${notes}; ${byKind.join("; ")}`,
    });
    emit({ name: `screening.recall${suffix}`, value: recall, unit: "share", floor: 1, ratio: recall, notes });
    for (const line of mistakes(sentences)) console.error(line);
  }
  emit(speed());
}

function tally(sentences: Labelled[]) {
  const empty = () => ({ right: 0, wrong: 0, missed: 0 });
  const tallies = Object.fromEntries(kinds.map((kind) => [kind, empty()])) as Record<
    (typeof kinds)[number],
    Tally
  >;
  for (const { text, holds } of sentences) {
    const found = countKinds(screenText(text));
    for (const kind of kinds) {
      const [is, was] = [holds.includes(kind), found[kind] !== undefined];
      if (is && was) tallies[kind].right++;
      if (!is && was) tallies[kind].wrong++;
      if (is && !was) tallies[kind].missed++;
    }
  }
  return tallies;
}

const sum = (tallies: Tally[]): Tally =>
  tallies.reduce(
    (all, one) => ({
      right: all.right + one.right,
      wrong: all.wrong + one.wrong,
      missed: all.missed + one.missed,
    }),
    { right: 0, wrong: 0, missed: 0 },
  );

const share = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 10_000;

const mistakes = (sentences: Labelled[]) =>
  sentences.flatMap(({ at, text, holds }) => {
    const found = screenText(text);
    const wrong = found
      .filter(({ kind }) => !holds.includes(kind))
      .map(({ kind, start, end }) => `${kind} wrongly in “${text.slice(start, end)}”`);
    const missed = holds
      .filter((kind) => found.every((one) => one.kind !== kind))
      .map((kind) => `${kind} missed`);
    return wrong.length + missed.length > 0 ? [`${at}: ${[...wrong, ...missed].join(", ")} — ${text}`] : [];
  });

/** Characters a second over the corpus as one long text, against walking it once. */
function speed() {
  const text = readCorpus("tuned")
    .map((one) => one.text)
    .join("\n")
    .repeat(4)
    .slice(0, 200_000);
  const timed = (act: () => void) => {
    act();
    const start = performance.now();
    act();
    return text.length / (performance.now() - start);
  };
  const value = timed(() => screenText(text));
  const floor = timed(() => text.normalize("NFKC").toLowerCase());
  return {
    name: "screening.speed",
    value: Math.round(value),
    unit: "characters/ms",
    floor: Math.round(floor),
    ratio: Math.round((value / floor) * 10_000) / 10_000,
    notes: `${text.length} characters in one text; floor: making it NFKC and small letters`,
  };
}
