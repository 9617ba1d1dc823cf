import { z } from "zod";
import type { Answer } from "~/domain/answers/answer";

// Checked by the server, which holds no other.
const answer = z.custom<Answer>(() => true);
const entry = z.object({
  row: z.number(),
  question: z.string(),
  answer,
  revision: z.number(),
  changedBy: z.string().nullable(),
});
const answered = z.union([
  z.object({
    ok: z.literal(true),
    value: z.object({
      kept: z.array(entry.pick({ row: true, question: true, revision: true })),
      overtaken: z.array(entry),
    }),
  }),
  z.object({ ok: z.literal(false), reason: z.string() }),
]);
const sheet = z.object({
  entries: z.array(entry),
  signed: z.object({ version: z.number(), signedAt: z.string(), signedBy: z.string().nullable() }).nullable(),
  states: z.array(z.object({ n: z.number(), state: z.string() })),
});

export type SavedEntry = z.infer<typeof entry>;
export type SheetNow = z.infer<typeof sheet>;
export type Sent = { row: number; question: string; answer: Answer; revision: number };
export type Reply =
  | { kind: "away" }
  | { kind: "refused"; reason: string }
  | { kind: "saved"; kept: Omit<Sent, "answer">[]; overtaken: SavedEntry[] };

const asks = {
  headers: { "Content-Type": "application/json", Accept: "application/json" },
  redirect: "manual",
} as const;

/** Brings answers to the server. `away`: try again later; everything else is the server's word. */
export async function sendAnswers(address: string, answers: Sent[]): Promise<Reply> {
  let response: Response;
  try {
    response = await fetch(address, { ...asks, method: "POST", body: JSON.stringify({ answers }) });
  } catch {
    return { kind: "away" };
  }
  if (response.type === "opaqueredirect") return { kind: "refused", reason: "not_signed_in" };
  if (response.status === 429 || response.status >= 500) return { kind: "away" };
  const read = answered.safeParse(await response.json().catch(() => undefined));
  if (!read.success)
    return { kind: "refused", reason: response.status === 404 ? "round_not_open" : "unexpected" };
  if (!read.data.ok) return { kind: "refused", reason: read.data.reason };
  return { kind: "saved", ...read.data.value };
}

/** The sheet as it stands; null where there is none for this reader any more, undefined while nobody answers. */
export async function askForSheet(address: string): Promise<SheetNow | null | undefined> {
  try {
    const response = await fetch(address, asks);
    if (response.status >= 500 || response.status === 429) return undefined;
    return sheet.safeParse(await response.json()).data ?? null;
  } catch {
    return undefined;
  }
}
