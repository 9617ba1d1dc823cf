import { and, eq, lt } from "drizzle-orm";
import { z } from "zod";
import type { Member } from "~/domain/members/viewer";
import { done, type Outcome, type Refused, refused } from "~/domain/outcome";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { idempotencyKeys } from "~db/schema";
import { answersKeptMs } from "./forget-answers.server";

export type KeptAnswer = { status: number; body: string; headers: Record<string, string> };

type Once = {
  key: string;
  /** Stands for the whole request; the same key with another request is refused. */
  requestHash: string;
  by: Member;
  at: Date;
  act: (tx: Transaction) => Promise<Outcome<KeptAnswer>>;
};

const keptBody = z.object({ body: z.string(), headers: z.record(z.string(), z.string()) });

class Unkept extends Error {
  constructor(readonly refusal: Refused) {
    super("unkept");
  }
}

/**
 * Carries out a request once per key: the key is taken in the act's own transaction, so one that arrives meanwhile
 * waits and then gets the same answer. A refusal changed nothing and is not kept: the key may be tried again.
 */
export async function answerOnce(
  db: Db,
  { key, requestHash, by, at, act }: Once,
): Promise<Outcome<KeptAnswer>> {
  try {
    return await asViewer(db, by, async (tx) => {
      const own = and(eq(idempotencyKeys.memberId, by.memberId), eq(idempotencyKeys.key, key));
      const [taken] = await tx
        .insert(idempotencyKeys)
        .values({ memberId: by.memberId, key, requestHash, at })
        // One whose day is over is free again, also where the job has not come by yet.
        .onConflictDoUpdate({
          target: [idempotencyKeys.memberId, idempotencyKeys.key],
          set: { requestHash, at, status: null, body: null },
          setWhere: lt(idempotencyKeys.at, new Date(at.getTime() - answersKeptMs)),
        })
        .returning({ key: idempotencyKeys.key });
      if (!taken) {
        const [kept] = await tx.select().from(idempotencyKeys).where(own);
        if (kept?.requestHash !== requestHash) return refused("idempotency_key_reused");
        return done({ status: kept.status ?? 200, ...keptBody.parse(kept.body) });
      }
      const outcome = await act(tx);
      if (!outcome.ok) throw new Unkept(outcome);
      const { status, ...body } = outcome.value;
      await tx.update(idempotencyKeys).set({ status, body }).where(own);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Unkept) return error.refusal;
    throw error;
  }
}
