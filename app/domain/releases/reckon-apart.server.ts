import { apart } from "~/domain/apart.server";
import type { Outcome } from "~/domain/outcome";
import { type Closing, type Reckoned, reckonClose } from "./reckon-close.server";
import { smallestGroup } from "./release";

/**
 * Reckons in a thread of its own: of some hundred institutions it takes minutes, and this one answers requests. So few that no
 * figure of theirs is shown need no solver and no thread.
 */
export const reckonApart = async (closing: Closing, signal?: AbortSignal): Promise<Outcome<Reckoned>> =>
  closing.signed.length < smallestGroup
    ? reckonClose(closing)
    : apart<Outcome<Reckoned>>({
        entry: ["releases", "reckon-thread.server.ts"],
        given: closing,
        signal,
      });
