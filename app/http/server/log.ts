import pino, { type Logger } from "pino";
import { env } from "~/env.server";

let logger: Logger | undefined;

/** JSON lines on standard output: what happened to which route, never content, names, tokens or queries. */
export function log(): Logger {
  logger ??= pino({ level: env().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return logger;
}
