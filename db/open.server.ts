import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { connect, type Pool, useDatabase } from "./client.server";
import { openEmbedded } from "./embedded/open-embedded.server";
import { migrate } from "./migrate.server";
import { StartError } from "./start-error";
import { isUnreachable } from "./unreachable.server";
import { requireBoundRole, webAddress } from "./web-role.server";

type Where = {
  databaseUrl: string | undefined;
  databaseWebUrl: string | undefined;
  dataDir: string;
};

type Options = {
  onProgress?(line: string): void;
  /** Commands join the embedded database of a running Ribera; a server (`alone`) refuses to be the second. */
  alone?: boolean;
  /** How long a database that does not answer is waited for, in milliseconds; a server waits for ever. */
  patience?: number;
  /** Runs once the tables are there and before anyone is served, with the owner's address. */
  whenMigrated?(ownerUrl: string, onProgress: (line: string) => void): Promise<void>;
};

export type OpenDatabase = { pool: Pool; ownerUrl: string; close(): Promise<void> };

/** Opens the database of the environment, brings it up to date and connects as the role that owns nothing. */
export async function openDatabase(
  where: Where,
  { onProgress = () => {}, alone = false, patience = 60_000, whenMigrated }: Options = {},
): Promise<OpenDatabase> {
  const server = await reachServer(where, { onProgress, alone, patience });

  try {
    await migrate(server.ownerUrl, { webPassword: server.webPassword, onProgress });
    const pool = connect(server.webUrl);
    try {
      await requireBoundRole(pool.client);
      await whenMigrated?.(server.ownerUrl, onProgress);
    } catch (error) {
      await pool.close();
      throw error;
    }
    useDatabase(pool);
    return {
      pool,
      ownerUrl: server.ownerUrl,
      close: async () => {
        await pool.close();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The running server and its addresses, as it is: nothing is migrated. */
export const reachServer = (
  { databaseUrl, databaseWebUrl, dataDir }: Where,
  { onProgress = () => {}, alone = false, patience = 60_000 }: Omit<Options, "whenMigrated"> = {},
) =>
  databaseUrl
    ? external(databaseUrl, databaseWebUrl, patience, onProgress)
    : openEmbedded({ dataDir, alone, onProgress });

async function external(
  ownerUrl: string,
  databaseWebUrl: string | undefined,
  patience: number,
  onProgress: (line: string) => void,
) {
  await waitFor(ownerUrl, patience, onProgress);
  const derived = webAddress(ownerUrl);
  return {
    ownerUrl,
    webUrl: databaseWebUrl ?? derived.webUrl,
    webPassword: databaseWebUrl ? undefined : derived.webPassword,
    close: async () => {},
  };
}

async function waitFor(ownerUrl: string, patience: number, onProgress: (line: string) => void) {
  const { host } = new URL(ownerUrl);
  const until = Date.now() + patience;
  for (let wait = 500, told = 0; ; wait = Math.min(wait * 1.5, 3000)) {
    const sql = postgres(ownerUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      const reason = error instanceof Error ? error.message || String(error) : String(error);
      if (!isUnreachable(error)) {
        throw new StartError(`The database at ${host} refuses: ${reason}. Check DATABASE_URL.`, {
          cause: error,
        });
      }
      if (Date.now() > until) {
        throw new StartError(
          `The database at ${host} does not answer (${reason}). Start it, or check DATABASE_URL.`,
          {
            cause: error,
          },
        );
      }
      if (Date.now() - told > 10_000) {
        told = Date.now();
        onProgress(`Waiting for the database at ${host} (${reason})`);
      }
    } finally {
      await sql.end({ timeout: 1 });
    }
    await pause(wait);
  }
}
