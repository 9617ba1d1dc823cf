import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "~db/embedded/cluster.server";

export type RunningServer = {
  origin: string;
  pid: number;
  secondsToReady: number;
  dataDir: string;
  residentMb(): Promise<number>;
  stop(): Promise<void>;
};

const root = join(import.meta.dirname, "..");

/** `npm start` as anyone would run it, on a data folder and a port of its own. */
export async function startServer({
  dataDir,
  cwd = root,
  environment = {},
}: {
  dataDir?: string;
  cwd?: string;
  environment?: Record<string, string>;
} = {}): Promise<RunningServer> {
  const own = dataDir ?? (await mkdtemp(join(tmpdir(), "ribera-bench-")));
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, await startArguments(cwd), {
    cwd,
    env: Object.assign(withoutOurs(), {
      PORT: String(port),
      RIBERA_DATA_DIR: own,
      LOG_LEVEL: "error",
      ...environment,
    }),
    stdio: ["ignore", "pipe", "inherit"],
  });
  await readyLine(child);
  const pid = child.pid;
  if (!pid) throw new Error("the server has no process");
  return {
    origin: `http://127.0.0.1:${port}`,
    pid,
    dataDir: own,
    secondsToReady: (performance.now() - begun) / 1000,
    residentMb: async () => {
      const status = await readFile(`/proc/${pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
    stop: async () => {
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      if (!dataDir) await rm(own, { recursive: true, force: true });
    },
  };
}

/** What `npm start` gives to Node; npm itself would stand between us and the process that is measured. */
async function startArguments(cwd: string): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(cwd, "package.json"), "utf8"));
  return String(scripts.start).split(" ").slice(1);
}

/** The environment without what would make the server another one than `npm start` gives; an empty variable counts as unset. */
const withoutOurs = () =>
  Object.assign({}, process.env, {
    RIBERA_NODE_ENV: "",
    DATABASE_URL: "",
    RIBERA_CLOCK: "",
    NODE_OPTIONS: "",
  });

async function readyLine(child: ChildProcess) {
  for await (const chunk of child.stdout ?? []) {
    process.stderr.write(String(chunk));
    if (String(chunk).includes("Ribera is ready at")) {
      child.stdout?.resume();
      return;
    }
  }
  throw new Error("the server ended before it was ready");
}
