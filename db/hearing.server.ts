import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import type { Pool } from "./client.server";

const retryMs = 250;

/** By which operators find the connection among the server's. */
export const hearingName = "ribera changes";

export type Ear = {
  heard(payload: string): void;
  /** From now on everything will be heard; what was said before may have been missed. */
  opened(): void;
  lost(): void;
};

export type Hearing = {
  /** Resolves when everything committed before the call has been heard here. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Hears what any process says by NOTIFY, on one connection of its own; `ears` are by channel.
 * Not `sql.listen`: it does not tell when its connection is lost, and until it is back what was kept must not be believed.
 */
export function hear(pool: Pool, ears: Record<string, Ear>): Hearing {
  const everyone = Object.values(ears);
  let closed = false;
  let following = false;
  let open = false;

  const lost = () => {
    open = false;
    for (const ear of everyone) ear.lost();
  };
  const hooks = {
    max: 1,
    idle_timeout: null,
    max_lifetime: null,
    fetch_types: false,
    connection: { ...pool.client.options.connection, application_name: hearingName },
    onnotify: (channel: string, payload: string) => ears[channel]?.heard(payload),
    onclose: () => {
      lost();
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
        for (const channel of Object.keys(ears)) await listener.unsafe(`listen ${channel}`);
        open = true;
        for (const ear of everyone) ear.opened();
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
      if (open) await listener.unsafe("select 1").catch(() => undefined);
    },
    async close() {
      closed = true;
      lost();
      await listener.end({ timeout: 1 });
    },
  };
}
