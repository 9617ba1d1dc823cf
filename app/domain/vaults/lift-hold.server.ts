import type { Db } from "~db/client.server";
import { type HoldWord, sayHold } from "./say-hold.server";

/** Against a hold that is in force: with the second officer's word the clock runs again. */
export const liftHold = (db: Db, word: HoldWord) => sayHold(db, "lift", word);
