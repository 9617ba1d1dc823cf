import { done, type Outcome, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { hasTriedEnough, type Trying, takeAttempt } from "./attempts.server";

/**
 * Looks up what a secret in an address opens. Only what opens nothing counts as a try, so that one office with many readers
 * is not taken for a guesser; from where too many opened nothing, nothing is looked up for a while.
 */
export async function lookUpSecret<Found>(
  db: Db,
  trying: Omit<Trying, "account">,
  find: () => Promise<Found | undefined>,
): Promise<Outcome<Found>> {
  const enough = await hasTriedEnough(db, trying);
  if (enough) return enough;
  const found = await find();
  if (found !== undefined) return done(found);
  await takeAttempt(db, trying);
  return refused("not_found");
}
