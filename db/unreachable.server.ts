const passing = new Set([
  // The network: nobody there (yet), or gone again.
  ...[
    "ECONNREFUSED",
    "ECONNRESET",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ETIMEDOUT",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "EPIPE",
  ],
  "FILES_UNREACHABLE",
  ...["CONNECT_TIMEOUT", "CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED"],
  // The server: starting, stopping, crashed, full.
  ...["57P01", "57P02", "57P03", "53300", "08000", "08003", "08006", "08001", "08004"],
]);

/** Whether `error` says that the database or the files cannot be reached now, which passes, rather than that a query is wrong. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && passing.has(error.code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isUnreachable);
  return isUnreachable(error.cause);
}
