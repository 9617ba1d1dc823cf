import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { anonymous } from "~/domain/members/viewer";
import { openRoundKey } from "~/domain/rounds/round-key.server";
import { asViewer, type Db } from "~db/client.server";
import { reckonApart } from "./reckon-apart.server";
import type { Closing, Reckoned } from "./reckon-close.server";

/** So long a round is held by whoever counts it; then another may take it over. */
const heldFor = sql`interval '60 seconds'`;
const saidAgainAfterMs = 15_000;
/** Times the number of attempts so far. */
const triedAgainAfter = sql`interval '1 minute'`;

type Close = { roundId: string; keys: SecretKeys; at: Date; signal?: AbortSignal | undefined };

/** Closed; held by another process, or not to be tried again yet; or given up for now, because the process ends. */
type State = "closed" | "held" | "let-go";

/**
 * Closes one round without holding a transaction while it counts: takes it, reckons apart from this thread, then lays down the
 * release and the answers and destroys what was signed, at once. Killed in between, nothing has changed and another begins again.
 */
export async function closeRound(db: Db, { roundId, keys, at, signal }: Close): Promise<State> {
  const taker = randomUUID();
  const taken = await takeRound(db, { roundId, taker, at });
  if (!taken) return "held";
  const letGo = (problem: string | null, pause = triedAgainAfter) =>
    said(db, sql`select round_let_go(${roundId}::uuid, ${taker}::uuid, ${problem}, ${pause})`);
  const atOnce = sql`interval '0'`;

  const again = setInterval(() => {
    // A database that is away now may be there again before the hold is over.
    said(db, sql`select round_keep_hold(${roundId}::uuid, ${taker}::uuid, ${heldFor})`).catch(() => {});
  }, saidAgainAfterMs);
  try {
    const { key: sealed, earlier, ...round } = taken;
    const key = openRoundKey(Buffer.from(sealed, "base64"), { keys, roundId });
    const reckoned = await reckonApart({ ...round, roundId, key, earlier }, signal);
    if (!reckoned.ok) throw new ReleaseRefused(reckoned.reason);
    const beside = earlier.map((release) => release.roundId);
    const whole = await layDown(db, { roundId, taker, at, beside, reckoned: reckoned.value });
    if (whole) return "closed";
    await letGo(null, atOnce);
    return "let-go";
  } catch (failure) {
    if (signal?.aborted) {
      await letGo(null, atOnce);
      return "let-go";
    }
    await letGo(failure instanceof Error ? failure.name : "unknown");
    throw failure;
  } finally {
    clearInterval(again);
  }
}

/** The name is what the log and the operator's page tell; what was counted is told by neither. */
class ReleaseRefused extends Error {
  constructor(reason: string) {
    super("a release was not stored");
    this.name = reason;
  }
}

const said = (db: Db, query: ReturnType<typeof sql>) =>
  asViewer(db, anonymous, async (tx) => {
    await tx.execute(query);
  });

type Taking = { roundId: string; taker: string; at: Date };
type Taken = Omit<Closing, "key" | "roundId"> & { key: string };

const takeRound = (db: Db, { roundId, taker, at }: Taking): Promise<Taken | undefined> =>
  asViewer(db, anonymous, async (tx) => {
    const [row] = await tx.execute<{ taken: Omit<Taken, "signed"> | null }>(
      sql`select round_take(${roundId}::uuid, ${at.toISOString()}::timestamptz, ${taker}::uuid, ${heldFor}) as taken`,
    );
    if (!row?.taken) return undefined;
    const signed = await tx.execute<Closing["signed"][number]>(
      sql`select * from round_signed(${roundId}::uuid, ${taker}::uuid)`,
    );
    return { ...row.taken, signed: [...signed] };
  });

const layDown = (
  db: Db,
  { roundId, taker, at, beside, reckoned }: Taking & { beside: string[]; reckoned: Reckoned },
): Promise<boolean> =>
  asViewer(db, anonymous, async (tx) => {
    const [row] = await tx.execute<{ whole: boolean }>(
      sql`select round_close(${roundId}::uuid, ${at.toISOString()}::timestamptz, ${taker}::uuid, ${reckoned?.kept ?? null}::jsonb,
            ${reckoned?.release ?? null}::jsonb, ${`{${beside.join()}}`}::uuid[]) as whole`,
    );
    if (!row?.whole) return false;
    const subject = { kind: "round", id: roundId };
    await recordEvent(tx, { action: "round.closed", subject, at });
    if (reckoned) await recordEvent(tx, { action: "release.published", subject, at });
    return true;
  });
