/** `away`: the server cannot be reached; `stopped`: it refused. */
export type SaveState = "saved" | "waiting" | "saving" | "away" | "stopped";

const longestPauseMs = 30_000;

/** How long to wait before trying again, after so many failures in a row. */
export const pauseAfter = (failures: number) => Math.min(longestPauseMs, 1000 * 2 ** failures);
