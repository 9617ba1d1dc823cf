import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { isEndOfAnswer, messagesOf } from "./messages";

/** Where a connection is lost: on the way to the database, or once the database has done it and before its answer is back. */
export type Lost = "asking" | "answering";

/** Ends of what is asked, by the letters of PostgreSQL's protocol: a simple query, and the end of one in parts. */
const ends = new Set(["Q", "S"]);

/** A line to a database that is lost for good at one chosen statement of whoever speaks over it, as when a process is killed there. */
export async function aCut(target: { host: string; port: number }, { at, lost }: { at: number; lost: Lost }) {
  const nears = new Set<Socket>();
  const fars = new Map<Socket, Promise<void>>();
  let asked = 0;
  /** For good: nobody who asks again is heard. */
  const lose = () => {
    if (server.listening) server.close();
    for (const near of nears) near.destroy();
    // No more is said, and whatever the database was told it comes to the end of.
    for (const far of fars.keys()) far.end();
  };
  const server = createServer((near) => {
    const far = connect({ ...target, noDelay: true });
    near.setNoDelay(true);
    nears.add(near);
    fars.set(far, new Promise((resolve) => far.once("close", () => resolve())));
    near.on("error", () => {});
    far.on("error", () => {});
    near.once("close", () => far.end());
    far.once("close", () => near.destroy());
    const messages = messagesOf();
    near.on("data", (chunk) => {
      for (const { letter, message } of messages(chunk)) {
        if (ends.has(letter)) asked += 1;
        if (asked > at || (asked === at && lost === "asking")) return lose();
        far.write(message);
      }
    });
    far.on("data", (chunk) => {
      if (asked < at) near.write(chunk);
      else if (isEndOfAnswer(chunk)) lose();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    /** Whether so many statements were asked that it came to the loss. */
    happened: () => asked >= at,
    /** The database has then done all that it was told, or undone it. */
    async close() {
      lose();
      await Promise.all(fars.values());
    },
  };
}
