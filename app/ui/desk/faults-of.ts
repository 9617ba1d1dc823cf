import type { Blocker } from "./missing";

/** Reasons that speak of one value and are told at it too. */
const ofOneValue = new Set([
  "lei_wrong",
  "bic_wrong",
  "fact_date_wrong",
  "period_backwards",
  "merged_into_unknown",
]);

/** Why a value cannot be published as it stands, by its path. */
export const faultsOf = (blockers: readonly Blocker[]): ReadonlyMap<string, string> =>
  new Map(
    blockers
      .filter(({ reason }) => ofOneValue.has(reason))
      .flatMap(({ reason, paths = [] }) => paths.map((path) => [path, reason] as const)),
  );
