import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import type { Pool } from "~db/client.server";
import type { PageCache } from "./page-cache";

const channel = "ribera_public";
const retryMs = 250;

/** By which operators find the connection among the server's. */
export const followerName = "ribera changes";

export type PublicChanges = {
  /** Resolves when every change committed before the call has been heard here. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Drops the rendered pages at each change to what the public reads, in whichever process it was made.
 * Not `sql.listen`: it does not tell when its connection is lost, and until it is back the cache must be shut.
 */
export function followPublicChanges(pool: Pool, cache: PageCache): PublicChanges {
  let closed = false;
  let following = false;

  const hooks = {
    max: 1,
    idle_timeout: null,
    max_lifetime: null,
    fetch_types: false,
    connection: { ...pool.client.options.connection, application_name: followerName },
    onnotify: () => cache.drop(),
    onclose: () => {
      cache.shut();
      void follow();
    },
  };
  // postgres.js takes its own parsed options back, as its `listen` does, but does not declare that.
  const listener = postgres({ ...pool.client.options, ...hooks } as unknown as postgres.Options<never>);

  async function follow() {
    if (following || closed) return;
    following = true;
    while (!closed) {
      try {
        await listener.unsafe(`listen ${channel}`);
        cache.open();
        break;
      } catch {
        await sleep(retryMs, undefined, { ref: false });
      }
    }
    following = false;
  }

  void follow();

  return {
    async caughtUp() {
      // A backend hands over the notices it holds before it answers the next query.
      if (cache.isOpen) await listener.unsafe("select 1").catch(() => undefined);
    },
    async close() {
      closed = true;
      cache.shut();
      await listener.end({ timeout: 1 });
    },
  };
}
