export const holdSteps = ["place", "lift"] as const;
export type HoldStep = (typeof holdSteps)[number];

type Word = { hold: string; step: HoldStep; memberId: string };

const isLifted = (hold: string, words: Word[]) =>
  words.filter((word) => word.hold === hold && word.step === "lift").length >= 2;

/** One word asks, the second makes it so; then the same to end it, and there is none until somebody asks again. */
export function standingOf(words: Word[]): { held: boolean; asked: HoldStep | null; askedBy: string | null } {
  const said = (step: HoldStep) => words.filter((word) => word.step === step && !isLifted(word.hold, words));
  const [placed, lifted] = [said("place"), said("lift")];
  if (placed.length < 2) {
    const [first] = placed;
    return { held: false, asked: first ? "place" : null, askedBy: first?.memberId ?? null };
  }
  const [against] = lifted;
  return { held: true, asked: against ? "lift" : null, askedBy: against?.memberId ?? null };
}
