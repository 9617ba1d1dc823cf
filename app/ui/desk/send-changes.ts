import { z } from "zod";
import type { DraftChange } from "~/domain/drafts/draft-change";

const answered = z.union([
  z.object({
    ok: z.literal(true),
    value: z.object({
      revision: z.number(),
      contentHash: z.string(),
      // Checked by the server, which holds no other.
      content: z.unknown(),
      conflicts: z.array(z.object({ path: z.string(), mine: z.unknown(), theirs: z.unknown() })),
      refusals: z.array(z.object({ path: z.string(), reason: z.string() })),
    }),
  }),
  z.object({ ok: z.literal(false), reason: z.string(), facts: z.record(z.string(), z.unknown()) }),
]);

type Conflict = { path: string; mine: unknown; theirs: unknown };
export type Answer<Content> =
  | { kind: "away" }
  | { kind: "refused"; reason: string; facts: Record<string, unknown> }
  | {
      kind: "saved";
      saved: { content: Content; contentHash: string; revision: number };
      conflicts: Conflict[];
      refusals: { path: string; reason: string }[];
    };

/** Brings changes to the server. `away`: try again later; everything else is the server's word. */
export async function sendChanges<Content>(
  address: string,
  changes: DraftChange[],
): Promise<Answer<Content>> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ changes }),
      redirect: "manual",
    });
  } catch {
    return { kind: "away" };
  }
  if (response.type === "opaqueredirect") return { kind: "refused", reason: "not_signed_in", facts: {} };
  if (response.status === 413) return { kind: "refused", reason: "too_large", facts: { limit: 2 } };
  if (response.status === 429 || response.status >= 500) return { kind: "away" };
  const read = answered.safeParse(await response.json().catch(() => undefined));
  if (!read.success) return { kind: "refused", reason: "unexpected", facts: {} };
  const { data } = read;
  if (!data.ok) return { kind: "refused", reason: data.reason, facts: data.facts };
  const { content, contentHash, revision, conflicts, refusals } = data.value;
  return {
    kind: "saved",
    saved: { content: content as Content, contentHash, revision },
    conflicts,
    refusals,
  };
}
