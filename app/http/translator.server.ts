import { SeatPace } from "~/domain/contributions/seat-pace";
import { translateByLibreTranslate } from "~/domain/contributions/translate-by-libre-translate.server";
import type { Translator } from "~/domain/contributions/translator";
import { env } from "~/env.server";

let opened: Translator | undefined;

/** The one that is configured, once for this process; undefined: there is none. */
export function machineTranslator(): Translator | undefined {
  const { translator } = env();
  if (translator) opened ??= translateByLibreTranslate(translator);
  return opened;
}

/** Of this process; forgotten with it. */
export const askingPace = new SeatPace();
