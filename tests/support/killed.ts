import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Work } from "./fast-clock";

const root = join(import.meta.dirname, "../..");

/** Processes of this file of tests/support, one always ready before it is needed; each told its work, and killed with -9. */
export function workersOf(file: string) {
  const standing = new Set<ChildProcess>();

  /** A process that waits to be told its work. */
  function aWorker() {
    const tsx = pathToFileURL(join(root, "node_modules/tsx/dist/loader.mjs")).href;
    const child = spawn(process.execPath, ["--import", tsx, join(root, "tests/support", file)], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production", TSX_TSCONFIG_PATH: join(root, "tsconfig.json") },
      stdio: ["pipe", "pipe", "inherit"],
    });
    standing.add(child);
    child.once("exit", () => standing.delete(child));
    const died = once(child, "exit").then(() => {
      throw new Error("a sender ended before it was told its work");
    });
    const ready = Promise.race([once(child.stdout, "data"), died]);
    // One that nobody needs any more is killed at the end.
    ready.catch(() => {});
    died.catch(() => {});
    return { child, ready };
  }
  let next = aWorker();

  return {
    async startedOn(work: Work) {
      const { child, ready } = next;
      next = aWorker();
      await ready;
      child.stdin?.write(`${JSON.stringify(work)}\n`);
      return child;
    },
    async kill(child: ChildProcess) {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
    killAll() {
      for (const one of standing) one.kill("SIGKILL");
    },
  };
}
