import { hash, verify } from "@node-rs/argon2";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as known } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { dictionary as spanish } from "@zxcvbn-ts/language-es-es";
import { done, type Outcome, type Refused, refused } from "~/domain/outcome";
import { withoutOwnWords } from "./own-words";

const least = 12;
const most = 128;
// Of what is not a person's own.
const leastBesides = 8;
// The package's list of passwords from leaks, the most used ones first.
const compromised = new Set(known["passwords-common"]);
const guessing = new ZxcvbnFactory({
  dictionary: { ...known, ...english, ...spanish },
  graphs: adjacencyGraphs,
  // Weighing more signs, or more of 4-for-a at once, holds the process for seconds: its first 32 must be enough.
  maxLength: 32,
  l33tMaxSubstitutions: 4,
});
// From 0 to 4: 3 withstands ten thousand million guesses.
const leastScore = 3;

/** The same letter typed on another keyboard is the same password. */
const normal = (password: string) => password.normalize("NFKC");

/** Where a sign becomes several in the one form, no more than this is put into it. */
const isLong = (typed: string) => typed.length > most * 2 || [...normal(typed)].length > most;

/** Why this password will not do, if it will not; `about` is what an attacker would try first: a name, an address, a house. */
export function weighPassword(typed: string, about: string[]): Refused | undefined {
  if (isLong(typed)) return refused("password_long", { most });
  const password = normal(typed);
  if ([...password].length < least) return refused("password_short", { least });
  if (compromised.has(password.toLowerCase())) return refused("password_compromised");
  if (isGuessable(password)) return refused("password_guessable");
  const rest = withoutOwnWords(password, [...about, "ribera"]);
  const enough = rest === undefined || ([...rest].length >= leastBesides && !isGuessable(rest));
  return enough ? undefined : refused("password_personal");
}

const isGuessable = (password: string) => guessing.check(password).score < leastScore;

// argon2id; 46 MiB and one pass, which OWASP ranks with 19 MiB and two.
const costs = { algorithm: 2, memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

const hashPassword = (password: string) => hash(normal(password), costs);

/**
 * What is kept of a new password, or why it will not do. Slow on purpose: never inside a transaction, where others would wait.
 */
export async function newPassword(password: string, about: string[]): Promise<Outcome<string>> {
  return weighPassword(password, about) ?? done(await hashPassword(password));
}

let nobodys: Promise<string> | undefined;

/** Takes as long where there is no such account: then nobody's password is compared. */
export async function isPassword(typed: string, kept: string | null): Promise<boolean> {
  nobodys ??= hashPassword("the password of nobody");
  const dummy = await nobodys;
  const long = isLong(typed);
  const right = await verify(kept ?? dummy, long ? "" : normal(typed));
  return right && !long && kept !== null;
}
