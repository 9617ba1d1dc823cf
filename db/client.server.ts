import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type Connection = PostgresJsDatabase;
export type Transaction = Parameters<Parameters<Connection["transaction"]>[0]>[0];
/** A connection or a transaction: acts and reads take either. */
export type Db = Connection | Transaction;

export type Pool = { db: Connection; client: postgres.Sql; close(): Promise<void> };

/** A pool on `url`. Lost connections are opened again at the next query; a query on a lost one throws. */
export function connect(url: string, { max = 12 } = {}): Pool {
  const client = postgres(url, {
    max,
    idle_timeout: 300,
    connect_timeout: 5,
    // While the server is away a query fails within this many seconds; by default it waits up to twenty for the next attempt.
    backoff: () => 0.2,
    onnotice: () => {},
    connection: { application_name: "ribera" },
  });
  return { db: drizzle({ client }), client, close: () => client.end({ timeout: 3 }) };
}

/** The process's pool as the web role; set once at start by `useDatabase`. */
export let db: Connection;
export let pool: Pool;

export function useDatabase(opened: Pool) {
  pool = opened;
  db = opened.db;
}

/** What `select f(…)` selects from: drizzle has only such queries prepared, and one that is not takes two round trips. */
export const oneRow = sql`(select) as one_row`;

type Asking = { memberId: string | null };

// Transactions that only read, and who reads in them.
const reading = new WeakMap<Db, { tx: Transaction; memberId: string | null }>();

/**
 * Runs `fn` in one transaction that says who is asking; every policy in db/policies goes by it.
 * Within `asReader` of the same viewer it joins that one.
 */
export function asViewer<Result>(
  db: Db,
  viewer: Asking,
  fn: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const joined = reading.get(db);
  if (joined && joined.memberId !== viewer.memberId) throw new Error("a transaction has one reader");
  if (joined) return fn(joined.tx);
  return db.transaction(async (tx) => {
    // Sent first and not waited for: a connection answers in the order of asking, and when this fails so does what follows.
    const said = tx
      .select({ said: sql`set_config('ribera.member', ${viewer.memberId ?? ""}, true)` })
      .from(oneRow)
      .prepare("as_viewer")
      .execute();
    const [result] = await Promise.all([fn(tx), said]);
    return result;
  });
}

/**
 * Runs all reads of one page side by side in one transaction, which can write nothing (decision 336): what is asked at
 * once goes to the database at once. Not around what locks or changes.
 */
export function asReader<Result>(
  db: Connection,
  viewer: Asking,
  fn: (db: Db) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (tx) => {
    const said = tx
      .select({
        said: sql`set_config('ribera.member', ${viewer.memberId ?? ""}, true)`,
        only: sql`set_config('transaction_read_only', 'on', true)`,
      })
      .from(oneRow)
      .prepare("as_reader")
      .execute();
    reading.set(tx, { tx, memberId: viewer.memberId });
    const [result] = await Promise.all([fn(tx), said]);
    return result;
  });
}
