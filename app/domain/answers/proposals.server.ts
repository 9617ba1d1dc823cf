import { Temporal } from "temporal-polyfill";
import type { AdoptionState } from "~/domain/adoption/adoption";
import { findBoard } from "~/domain/adoption/boards.server";
import type { Member } from "~/domain/members/viewer";
import type { Db } from "~db/client.server";

type Asked = { rows: { n: number; publicId: string }[]; openedAt: Date; timeZone: string };

/**
 * What the institution's own adoption boards say to "have you adopted it, and when", by row. It is proposed in the form and
 * stored or signed only once somebody takes it.
 */
export async function listProposals(
  db: Db,
  by: Member,
  { rows, openedAt, timeZone }: Asked,
): Promise<Record<number, string>> {
  const quarter = quarterOf(timeZone);
  const numbers = [...new Set(rows.map(({ publicId }) => publicId.split("#")[0] ?? ""))];
  const boards = await Promise.all(numbers.map((number) => findBoard(db, by, number)));
  const said = new Map(
    boards.flatMap((board) =>
      (board?.rows ?? []).map((row): [string, string | undefined] => [
        row.publicId,
        answerTo(row.state, row.decidedAt && quarter(openedAt) - quarter(row.decidedAt)),
      ]),
    ),
  );
  return Object.fromEntries(
    rows.flatMap(({ n, publicId }) => {
      const answer = said.get(publicId);
      return answer ? [[n, answer]] : [];
    }),
  );
}

const quarterOf = (timeZone: string) => (instant: Date) => {
  const { year, month } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(
    timeZone,
  );
  return year * 4 + Math.floor((month - 1) / 3);
};

const byQuartersAgo = ["this-quarter", "one-before", "two-before"];

/** Nothing is proposed where a board says what the form does not ask: training alone, or a rule made after the round opened. */
function answerTo(state: AdoptionState, quartersAgo: number | null): string | undefined {
  if (state === "already-covered" || state === "not-applicable") return state;
  if (state === "declined") return "not-adopted";
  if ((state !== "new-rule" && state !== "tuned") || quartersAgo === null || quartersAgo < 0)
    return undefined;
  return byQuartersAgo[quartersAgo] ?? "earlier";
}
