import { type Mail, orBroken, type PostBatch } from "./mail";

/**
 * How an attempt at a batch ended. `accepted`: but those that the service refused, by key. `earlier`: an attempt before this one was, with
 * the words that it had. `apart`: refused as a whole, as one bad address does it, and surely not accepted: the others have to leave
 * without it. `uncertain`: refused, but an attempt before may have been accepted. `open`: what met it will pass.
 */
export type End =
  | { is: "accepted"; refused: Set<string> }
  | { is: "earlier" | "uncertain" }
  | { is: "apart" | "failed"; problem: string }
  | { is: "open"; inDoubt: boolean; problem: string; afterMs?: number };

type Batch = { key: string; mails: Mail[]; inDoubt: boolean };

/** One attempt at a batch of mails; `inDoubt`: an attempt before may have been accepted. */
export async function postTogether(post: PostBatch, { key, mails, inDoubt }: Batch): Promise<End> {
  const posted = await orBroken(() => post(key, mails));
  if (posted.ok && posted.earlier) return { is: "earlier" };
  if (posted.ok) {
    const refused = posted.refused.flatMap((place) => mails[place]?.key ?? []);
    return { is: "accepted", refused: new Set(refused) };
  }
  if (posted.again === "later") return { is: "open", ...posted };
  if (inDoubt || posted.inDoubt) return { is: "uncertain" };
  return { is: mails.length > 1 ? "apart" : "failed", problem: posted.problem };
}
