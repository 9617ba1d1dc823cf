import { z } from "zod";
import { type WordChange, type WordConflict, type Words, wordChanges } from "~/domain/drafts/change-words";
import { done, type Outcome, refused } from "~/domain/outcome";
import { statusOf } from "./outcomes";

const sent = z.object({ changes: wordChanges });

export async function changesIn(request: Request): Promise<WordChange[] | undefined> {
  return sent.safeParse(await request.json().catch(() => undefined)).data?.changes;
}

type Kept = {
  words: Words;
  revision: number;
  conflicts: WordConflict[];
  refusals: { path: string; reason: string }[];
};

/** What a page that saves itself hears of its changes, in the shape in which the desk hears of a draft. */
export async function keptAnswer(
  changes: WordChange[] | undefined,
  keep: (changes: WordChange[]) => Promise<Outcome<Kept>>,
) {
  const outcome = changes ? await keep(changes) : refused("unexpected");
  if (!outcome.ok) return Response.json(outcome, { status: statusOf(outcome) });
  const { words, revision, conflicts, refusals } = outcome.value;
  return Response.json(
    done({ content: words, contentHash: String(revision), revision, conflicts, refusals }),
  );
}
