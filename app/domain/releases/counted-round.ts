import { isInForce } from "~/domain/answers/answer";
import { countedQuestions } from "~/domain/rounds/questions";
import type { Differing, EarlierRelease } from "./earlier-release";
import {
  type Ballot,
  type Breakdown,
  breakdowns,
  type Kind,
  noAnswer,
  type Release,
  type ReleaseTable,
  type Subject,
  subjectKey,
  subjectsOf,
} from "./release";

/** A row of a round: its number, the red flag's public id, and whether it is still in force. */
export type CountedRow = { n: number; redFlag: string; state: string };
type Voter = Kind & { organisationId: string };
/** One institution's answers by `row.question`. */
export type Counted = Voter & { counted: Readonly<Record<string, string>> };

/** A release as it is stored: what everybody answered, and its breakdowns, row by row. */
export type StoredRow = {
  tables: Omit<ReleaseTable, Breakdown>[];
  breakdowns: Pick<ReleaseTable, Breakdown>[];
};
export type StoredRelease = Pick<Release, "rule" | "answered" | "groups"> & { rows: StoredRow[] };

/** The questions and ballots of a round as its release counts them. */
export function ballotsOf(rows: readonly CountedRow[], answers: readonly Counted[]) {
  const ballots = answers.map(({ jurisdiction, sector, size, counted }): Ballot => {
    const given = Object.entries(counted).map(([place, answer]) => [keyOf(place, rows), answer] as const);
    return { jurisdiction, sector, size, answers: Object.fromEntries(given) };
  });
  const lapsed = new Set(rows.filter((row) => !isInForce(row)).map(({ redFlag }) => redFlag));
  const redFlags = rows.map(({ redFlag }) => redFlag);
  return { ballots, subjects: subjectsOf(redFlags, countedQuestions).map(askedToTheEnd(lapsed)) };
}

/** What an officer could leave open, because the red flag was withdrawn while the round was open, counts who left it so. */
const askedToTheEnd =
  (lapsed: ReadonlySet<string>) =>
  (subject: Subject): Subject =>
    subject.redFlag === null || !lapsed.has(subject.redFlag) || subject.categories.includes(noAnswer)
      ? subject
      : { ...subject, categories: [...subject.categories, noAnswer] };

function keyOf(place: string, rows: readonly CountedRow[]) {
  const [row = "", question = ""] = place.split(".");
  if (row === "0") return question;
  const redFlag = rows.find(({ n }) => n === Number(row))?.redFlag;
  if (redFlag === undefined) throw new Error("an answer is to a row that the round does not have");
  return subjectKey({ redFlag, question });
}

/** Another round's release, and which institutions answered only one of the two or were of another kind then. */
export function earlierOf(
  stored: StoredRelease & { voters: readonly Voter[] },
  now: readonly Voter[],
): EarlierRelease {
  const then = new Map(stored.voters.map((voter) => [voter.organisationId, voter]));
  const here = new Map(now.map((voter) => [voter.organisationId, voter]));
  const differing = [...new Set([...then.keys(), ...here.keys()])].flatMap((id): Differing[] => {
    const [before, after] = [then.get(id) ?? null, here.get(id) ?? null];
    const alike = before && after && breakdowns.every((breakdown) => before[breakdown] === after[breakdown]);
    return alike ? [] : [{ before, after }];
  });
  return { of: "other-round", release: releaseOf(stored), differing };
}

const releaseOf = ({ rule, answered, groups, rows }: StoredRelease): Release => ({
  rule,
  answered,
  groups,
  tables: rows.flatMap(({ tables, breakdowns: broken }) =>
    tables.flatMap((table, i) => {
      const held = broken[i];
      return held ? [{ ...table, ...held }] : [];
    }),
  ),
});

/** A release as it is stored, by the rows of its round; row 0 is the round itself. */
export function storedRows(release: Release, rows: readonly CountedRow[]): ({ row: number } & StoredRow)[] {
  return [{ n: 0, redFlag: null }, ...rows].map(({ n, redFlag }) => {
    const mine = release.tables.filter((table) => table.redFlag === redFlag);
    return {
      row: n,
      tables: mine.map(({ jurisdiction, sector, size, ...table }) => table),
      breakdowns: mine.map(({ jurisdiction, sector, size }) => ({ jurisdiction, sector, size })),
    };
  });
}
