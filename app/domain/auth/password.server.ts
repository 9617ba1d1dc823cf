import { hash, verify } from "@node-rs/argon2";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as known } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { dictionary as spanish } from "@zxcvbn-ts/language-es-es";
import { type Refused, refused } from "~/domain/outcome";

const least = 12;
const most = 128;
// The package's list of passwords from leaks, the most used ones first.
const compromised = new Set(known["passwords-common"]);
const guessing = new ZxcvbnFactory({
  dictionary: { ...known, ...english, ...spanish },
  graphs: adjacencyGraphs,
  maxLength: most,
});
// From 0 to 4: 3 withstands ten thousand million guesses.
const leastScore = 3;

/** Why this password will not do, if it will not; `about` are words that an attacker would try first. */
export function weighPassword(password: string, about: string[]): Refused | undefined {
  const length = [...password].length;
  if (length < least) return refused("password_short", { least });
  if (length > most) return refused("password_long", { most });
  if (compromised.has(password.toLowerCase())) return refused("password_compromised");
  return guessing.check(password, [...about, "ribera"]).score < leastScore
    ? refused("password_guessable")
    : undefined;
}

// argon2id; 46 MiB and one pass, which OWASP ranks with 19 MiB and two.
const costs = { algorithm: 2, memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

/** The same letter typed on another keyboard is the same password. */
const normal = (password: string) => password.normalize("NFKC");

export const hashPassword = (password: string) => hash(normal(password), costs);

let nobodys: Promise<string> | undefined;

/** Takes as long where there is no such account: then nobody's password is compared. */
export async function isPassword(typed: string, kept: string | null): Promise<boolean> {
  nobodys ??= hashPassword("the password of nobody");
  const dummy = await nobodys;
  const right = await verify(kept ?? dummy, normal(typed.slice(0, most * 2)));
  return right && kept !== null;
}
