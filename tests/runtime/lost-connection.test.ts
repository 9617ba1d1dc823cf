import { createConnection, createServer } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous } from "~/domain/members/viewer";
import { asViewer, connect, type Pool } from "~db/client.server";
import { aWire } from "../support/wire";
import { freshDatabase, type World } from "../support/world";

let world: World;
let wire: Awaited<ReturnType<typeof aWire>>;
let pool: Pool;

beforeAll(async () => {
  world = await freshDatabase();
  const url = new URL(world.webUrl);
  wire = await aWire({ host: url.hostname, port: Number(url.port) });
  url.hostname = "127.0.0.1";
  url.port = String(wire.port);
  pool = connect(url.href, { max: 4 });
});
afterAll(async () => {
  await pool.close();
  await wire.close();
  await world.close();
});

test("a transaction whose connection was lost is refused to its end, and touches no other", async () => {
  let lost = () => {};
  const gone = new Promise<void>((resolve) => {
    lost = resolve;
  });
  const attempt = asViewer(pool.db, anonymous, async (tx) => {
    await tx.execute(sql`select 1`);
    await wire.cut();
    const answers = await Promise.allSettled([tx.execute(sql`select 1`), tx.execute(sql`select 2`)]);
    await wire.mend();
    await pool.client`select 1`;
    lost();
    // Whoever caught the loss and goes on must not do so on a connection that now serves others.
    return [...answers, ...(await Promise.allSettled([tx.execute(sql`select 3`)]))].map(
      ({ status }) => status,
    );
  });
  await expect(attempt).rejects.toThrow(/CONNECTION_CLOSED/);
  await gone;
  expect(await pool.client`select 1 as one`).toEqual([{ one: 1 }]);
});

test("a database that goes away again and again in the midst of transactions leaves no connection that never answers", async () => {
  let answered = 0;
  let enough = false;
  let heard = () => {};
  const asker = async () => {
    while (!enough) {
      const ask = asViewer(pool.db, anonymous, async (tx) => {
        await Promise.all([tx.execute(sql`select 1`), tx.execute(sql`select ${answered}::int`)]);
        await tx.execute(sql`select 2`);
      });
      await ask.then(
        () => answered++,
        () => {},
      );
      heard();
    }
  };
  const answers = async (more: number) => {
    const goal = answered + more;
    while (answered < goal) {
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
  };

  const asking = Array.from({ length: 8 }, asker);
  for (let i = 0; i < 20; i++) {
    await answers(20 + i);
    await wire.cut();
    await wire.mend();
  }
  await answers(50);
  enough = true;
  await Promise.all(asking);
  expect(await pool.client`select 1 as one`).toEqual([{ one: 1 }]);
}, 60_000);

test("a connection that is lost while it is being opened ends nothing but what waits for it, and reads lists when it is back", async () => {
  const { hostname, port } = new URL(world.webUrl);
  let cutting = true;
  // Cuts the first connection where the driver asks by itself, behind no caller's question, which types are lists.
  const between = createServer((client) => {
    const server = createConnection({ host: hostname, port: Number(port) });
    for (const one of [client, server]) one.on("error", () => {});
    server.on("data", (data) => client.write(data));
    client.on("close", () => server.destroy());
    client.on("data", (data) => {
      if (cutting && data.includes("typcategory")) {
        cutting = false;
        client.resetAndDestroy();
      } else server.write(data);
    });
  });
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
  const address = between.address();
  const url = new URL(world.webUrl);
  url.hostname = "127.0.0.1";
  url.port = String(typeof address === "object" && address ? address.port : 0);
  const single = connect(url.href, { max: 1 });
  const list = () => single.client`select array['a', 'b']::text[] as list`;
  await expect(list()).rejects.toThrow(/CONNECTION_CLOSED|ECONNRESET/);
  expect(await list()).toEqual([{ list: ["a", "b"] }]);
  await single.close();
  between.close();
});
