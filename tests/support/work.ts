import { createHook } from "node:async_hooks";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Db } from "~db/client.server";
import type { World } from "./world";

/**
 * What an act answers and the work that it takes: what it asked the database, without the values, and how often native code of
 * no name was given to the thread pool, which here is argon2 alone.
 */
export async function workOf<Answer>({ webUrl }: World, act: (db: Db) => Promise<Answer>) {
  const asked: string[] = [];
  const client = postgres(webUrl, {
    max: 1,
    onnotice: () => {},
    debug: (_, query) => asked.push(query.replaceAll(/\s+/g, " ")),
  });
  let weighed = 0;
  const hook = createHook({
    init: (_, type) => {
      weighed += type === "undefined" ? 1 : 0;
    },
  }).enable();
  const answer = await act(drizzle({ client }));
  hook.disable();
  await client.end();
  return { answer, asked, weighed };
}
