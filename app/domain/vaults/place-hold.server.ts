import type { Db } from "~db/client.server";
import { type HoldWord, sayHold } from "./say-hold.server";

/** For a legal hold: from the second officer's word the key is not destroyed. */
export const placeHold = (db: Db, word: HoldWord) => sayHold(db, "place", word);
