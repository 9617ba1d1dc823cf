import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Outcome } from "~/domain/outcome";
import { projectFolder } from "~db/project-folder.server";
import { type Closing, type Reckoned, reckonClose } from "./reckon-close.server";
import { smallestGroup } from "./release";

/**
 * Reckons in a thread of its own: of some hundred institutions it takes minutes, and this one answers requests. So few that no
 * figure of theirs is shown need no solver and no thread.
 */
export function reckonApart(closing: Closing, signal?: AbortSignal): Promise<Outcome<Reckoned>> {
  if (closing.signed.length < smallestGroup) return reckonClose(closing);
  return new Promise((settle, fail) => {
    const folder = (name: string) => projectFolder("app", "domain", "releases", name);
    // From the sources, in the built server as well: TypeScript and the paths of tsconfig are the thread's own to resolve.
    const worker = new Worker(folder("reckoning-thread.mjs"), {
      workerData: {
        entry: pathToFileURL(folder("reckon-thread.server.ts")).href,
        tsconfig: projectFolder("tsconfig.json"),
        closing,
      },
      execArgv: [],
    });
    const stop = () => worker.terminate();
    signal?.addEventListener("abort", stop, { once: true });
    worker.once("message", settle);
    worker.once("error", fail);
    worker.once("exit", (code) => {
      signal?.removeEventListener("abort", stop);
      fail(new Error(`the reckoning ended with ${code}`));
    });
    if (signal?.aborted) stop();
  });
}
