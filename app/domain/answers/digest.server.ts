import { createHash } from "node:crypto";
import type { Answers } from "./answer";

/** What an officer has before them when they sign; never stored: it would tell whose a ballot is. */
export const digestOf = (answers: Answers): string =>
  createHash("sha256")
    .update(JSON.stringify(Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1))))
    .digest("base64url");
