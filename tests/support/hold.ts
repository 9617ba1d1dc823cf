import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { isEndOfAnswer, messagesOf } from "./messages";

type Held = {
  /** What is said in the transaction that is meant, as the action of its event. */
  saying: string;
  /** Before the database hears that it is to be kept, or once it is kept and before anybody is told. */
  where: "before its commit" | "after its commit";
};

/**
 * A line to a database on which the transactions that are meant come to a stand at their commit, each on its own connection, for
 * whoever speaks over it to be killed there. All other transactions pass.
 */
export async function aHold(target: { host: string; port: number }, helds: Held[]) {
  const stands = helds.map((held) => {
    let stand = () => {};
    const reached = new Promise<void>((resolve) => {
      stand = resolve;
    });
    return { ...held, stand, reached };
  });
  const nears = new Set<Socket>();
  const ends: Promise<unknown>[] = [];
  const server = createServer((near) => {
    const far = connect({ ...target, noDelay: true });
    near.setNoDelay(true);
    nears.add(near);
    ends.push(once(far, "close"));
    near.on("error", () => {});
    far.on("error", () => {});
    near.once("close", () => far.end());
    far.once("close", () => near.destroy());
    const messages = messagesOf();
    const commits = new Set<string>();
    let meant: (typeof stands)[number] | undefined;
    let isHeld = false;
    near.on("data", (chunk) => {
      for (const { letter, message } of messages(chunk)) {
        meant ??= stands.find(({ saying }) => message.includes(saying));
        // Of every one, for it is by then that a name is learned.
        const isOne = isCommit(letter, message, commits);
        isHeld ||= meant !== undefined && isOne;
        if (isHeld && meant?.where === "before its commit") return meant.stand();
        far.write(message);
      }
    });
    far.on("data", (chunk) => {
      if (!isHeld) near.write(chunk);
      else if (isEndOfAnswer(chunk)) meant?.stand();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    /** When each stands, in the order in which they were named. */
    reached: stands.map(({ reached }) => reached),
    /** The database has then kept or undone all that it was told. */
    async close() {
      server.close();
      for (const near of nears) near.destroy();
      await Promise.all(ends);
    },
  };
}

/** Said plainly, or prepared, once under a name and afterwards by that name alone. */
function isCommit(letter: string, message: Buffer, commits: Set<string>) {
  const [first = "", second = ""] = message.subarray(5).toString("latin1").split("\0");
  if (letter === "P" && second.trim() === "commit") commits.add(first);
  return (
    (letter === "Q" && first.trim() === "commit") ||
    (letter === "P" && second.trim() === "commit") ||
    (letter === "B" && commits.has(second))
  );
}
