import { textAsData } from "~/domain/exports/advisory-json";
import { stateOf } from "~/domain/rounds/round";
import type { Plan } from "~/domain/rounds/round.form";
import type { listRounds } from "~/domain/rounds/rounds.server";

type Entry = Awaited<ReturnType<typeof listRounds>>[number];

/** A round of a list, without ids that are nobody's business. */
export const roundAsAnswer = (round: Entry, at: Date) => ({
  id: round.id,
  authority: round.authority,
  subject:
    round.typology === null
      ? { kind: "advisory" as const, number: round.number, version: round.version }
      : { kind: "typology" as const, code: round.typology },
  mode: round.mode,
  title: textAsData(round.title),
  readersStatement: textAsData(round.readersStatement),
  state: stateOf(round, at),
  openedAt: round.openedAt?.toISOString() ?? null,
  closesAt: round.closesAt?.toISOString() ?? null,
});

/** A plan as a program writes it. */
export const planned = ({
  closesAt,
  ...plan
}: Omit<Plan, "closesAt"> & { closesAt: string | null }): Plan => ({
  ...plan,
  closesAt: closesAt === null ? null : new Date(closesAt),
});
