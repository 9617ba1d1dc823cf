import { computeRelease } from "~/domain/releases/compute-release.server";
import {
  type Ballot,
  countsAt,
  placesOf,
  type Release,
  rule,
  type Subject,
  subjectKey,
  subjectsOf,
} from "~/domain/releases/release";
import { countedQuestions } from "~/domain/rounds/questions";
import type { Emit } from "./measurement";
import { numbersFrom } from "./search-corpus";

const sizes = [100, 500, 2000];
const redFlags = Array.from({ length: 60 }, (_, i) => `FIN-2026-A001#RF-${String(i + 1).padStart(2, "0")}`);

/** Whole releases of made-up rounds, computed, protected and checked, against the bare counts of the same ballots. */
export async function run(emit: Emit) {
  const subjects = subjectsOf(redFlags, countedQuestions);
  // The solver is loaded and compiled before anything is timed.
  await computeRelease({ subjects: subjects.slice(0, 3), ballots: aRound(60, subjects, 1) });
  for (const institutions of sizes) {
    const ballots = aRound(institutions, subjects, institutions);
    const begun = performance.now();
    const bare = countEverything(subjects, ballots);
    const floor = (performance.now() - begun) / 1000;

    const cpu = process.cpuUsage();
    const start = performance.now();
    const outcome = await computeRelease({ subjects, ballots });
    const value = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    if (!outcome.ok) throw new Error(`${outcome.reason} ${JSON.stringify(outcome.facts)}`);
    emit({
      name: `release.${institutions}`,
      value: Number(value.toFixed(2)),
      unit: "s",
      floor: Number(floor.toFixed(4)),
      ratio: Number((floor / value).toPrecision(2)),
      notes: `${subjects.length} tables (${redFlags.length} red flags, every question of a round) of ${institutions} institutions, protected and checked; ${((user + system) / 1e6).toFixed(1)} s of processor; ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB resident afterwards; shown of the counts of ${rule.fewest} and more: ${shares(outcome.value, bare)}; floor: the same counts, all of them, unprotected`,
    });
  }
}

/** Institutions as unevenly spread as they are, with answers that lean another way in each jurisdiction. */
export function aRound(institutions: number, subjects: readonly Subject[], seed: number): Ballot[] {
  const random = numbersFrom(seed);
  const pick = <Value>(choices: readonly (readonly [Value, number])[]) => {
    let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    const found = choices.find(([, weight]) => {
      left -= weight;
      return left < 0;
    });
    return (found ?? choices[0])?.[0];
  };
  const leaning = (subject: Subject) =>
    subject.categories.map((category): [string, number] => [category, Math.exp(3 * (random() - 0.5))]);
  const leanings = {
    MX: new Map(subjects.map((subject) => [subject, leaning(subject)])),
    US: new Map(subjects.map((subject) => [subject, leaning(subject)])),
  };
  return Array.from({ length: institutions }, () => {
    const jurisdiction = random() < 0.55 ? "MX" : "US";
    return {
      jurisdiction,
      sector: pick(sectorWeights) ?? "bank",
      size: pick(sizeWeights) ?? "small",
      answers: Object.fromEntries(
        subjects.map((subject) => [
          subjectKey(subject),
          pick(leanings[jurisdiction].get(subject) ?? []) ?? "",
        ]),
      ),
    };
  });
}

const sectorWeights = [
  ["bank", 30],
  ["credit-union", 16],
  ["fintech", 12],
  ["money-transmitter", 10],
  ["exchange-house", 9],
  ["broker", 8],
  ["insurance", 4],
  ["armored-car", 3],
  ["casino", 3],
  ["trust-company", 3],
  ["vulnerable-activity", 2],
] as const;
const sizeWeights = [
  ["small", 5],
  ["medium", 3],
  ["large", 2],
] as const;

type Bare = Map<string, number>;
const columns = ({ jurisdiction, sector, size }: Ballot) => ["", jurisdiction, sector, size];

function countEverything(subjects: readonly Subject[], ballots: readonly Ballot[]): Bare {
  const counts: Bare = new Map();
  for (const subject of subjects) {
    const key = subjectKey(subject);
    for (const ballot of ballots) {
      for (const column of columns(ballot)) {
        const cell = `${key} ${ballot.answers[key]} ${column}`;
        counts.set(cell, (counts.get(cell) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** What share of the counts that the rule alone would let through a reader sees, by breakdown. */
function shares({ groups, tables }: Release, bare: Bare) {
  const seen = new Map<string, { shown: number; enough: number }>();
  for (const table of tables) {
    for (const place of placesOf(groups)) {
      const name = place.breakdown ?? "overall";
      const sum = seen.get(name) ?? { shown: 0, enough: 0 };
      const held = place.breakdown === null ? undefined : groups[place.breakdown];
      const members = held && !("withheld" in held) ? (held[place.group]?.members ?? []) : [""];
      countsAt(table, place).forEach((count, i) => {
        const truth = members.reduce(
          (all, member) => all + (bare.get(`${subjectKey(table)} ${table.categories[i]} ${member}`) ?? 0),
          0,
        );
        if (count !== null) sum.shown += 1;
        if (truth >= rule.fewest) sum.enough += 1;
      });
      seen.set(name, sum);
    }
  }
  return [...seen]
    .map(([name, { shown, enough }]) => `${name} ${Math.round((100 * shown) / enough)}% of ${enough}`)
    .join(", ");
}
