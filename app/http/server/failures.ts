import { isUnreachable } from "~db/unreachable.server";
import type { Context } from "../context";
import { log } from "./log";

/** Tells the server what became of a request and the log which kind of error it was; never its words, which may quote people. */
export function noteFailure(error: unknown, context: Context) {
  if (isUnreachable(error)) {
    context.failure = "outage";
    log().warn({ requestId: context.requestId }, "database or files away");
    return;
  }
  context.failure = context.failure === "outage" ? "outage" : "fault";
  log().error({ requestId: context.requestId, ...describe(error) }, "fault");
}

/** Name, code and places in the code. Messages are left out: those of the database quote values. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const cause = error.cause instanceof Error ? error.cause : undefined;
  const coded = cause ?? error;
  return {
    name: coded.name,
    code: "code" in coded && typeof coded.code === "string" ? coded.code : undefined,
    at: (coded.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  };
}
