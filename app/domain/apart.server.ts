import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { projectFolder } from "~db/project-folder.server";

type Work = {
  /** The file that does it, by its path under `app/domain`: it reads `workerData.given` and posts one answer. */
  entry: string[];
  given: object;
  /** Given up after so long, and with more of a heap than this. */
  most?: { milliseconds: number; megabytes: number };
  signal?: AbortSignal | undefined;
};

/** Runs work that takes long, or that what a stranger sent could make take long, in a thread of its own: this one answers requests. */
export function apart<Answer>({ entry, given, most, signal }: Work): Promise<Answer> {
  return new Promise((settle, fail) => {
    // From the sources, in the built server as well: TypeScript and the paths of tsconfig are the thread's own to resolve.
    const worker = new Worker(projectFolder("app", "domain", "apart.mjs"), {
      workerData: {
        entry: pathToFileURL(projectFolder("app", "domain", ...entry)).href,
        tsconfig: projectFolder("tsconfig.json"),
        given,
      },
      execArgv: [],
      ...(most ? { resourceLimits: { maxOldGenerationSizeMb: most.megabytes } } : {}),
    });
    const stop = () => worker.terminate();
    const patience = most && setTimeout(stop, most.milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
    worker.once("message", settle);
    worker.once("error", fail);
    worker.once("exit", (code) => {
      clearTimeout(patience);
      signal?.removeEventListener("abort", stop);
      fail(new Error(`${entry.join("/")} ended with ${code}`));
    });
    if (signal?.aborted) stop();
  });
}
