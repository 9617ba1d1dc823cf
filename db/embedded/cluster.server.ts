import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { StartError } from "../start-error";
import { findBinaries, type RunAs, whoRuns } from "./binaries.server";

const ownerRole = "ribera_owner";

type Options = {
  /** The cluster's own folder; made when it is not there. */
  folder: string;
  password: string;
  port: number;
  /** False gives up safety against power loss for speed: for databases that live as long as a test run. */
  durable: boolean;
  onProgress(line: string): void;
};

export type Cluster = {
  port: number;
  /** Resolves when the server has ended, asked or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

const logFile = (folder: string) => `${folder}.log`;
export const ownerUrl = (port: number, password: string, database: string) =>
  `postgres://${ownerRole}:${password}@127.0.0.1:${port}/${database}`;

/** Makes the cluster if there is none and runs its server. Whatever ran on the folder before must be gone (`endOrphan`). */
export async function startCluster(options: Options): Promise<Cluster> {
  const { initdb, postgres: program } = await findBinaries();
  const runAs = whoRuns(options.folder, program);
  await ensureCluster(options, initdb, runAs);

  let { port } = options;
  for (let attempt = 1; ; attempt++) {
    const started = await runServer({ ...options, port }, program, runAs);
    if (started.cluster) return started.cluster;
    // A server killed a moment ago leaves its lock file and shared memory for an instant.
    if (attempt === 5) throw new StartError(`The embedded database did not start. ${started.reason}`);
    if (/Address already in use|could not create any TCP/.test(started.reason)) port = await freePort();
    await pause(300);
  }
}

async function ensureCluster({ folder, password, onProgress }: Options, initdb: string, runAs: RunAs) {
  if (existsSync(join(folder, "global", "pg_control"))) return;
  if (existsSync(folder)) {
    onProgress(`${folder} holds an unfinished database; starting it anew`);
    await rename(folder, `${folder}.unfinished-${Date.now()}`);
  }

  // Made beside its place and moved when whole: an interrupted one is never taken for a database.
  onProgress("Creating the embedded database");
  await removeUnfinished(folder);
  const fresh = await mkdtemp(`${folder}.new-`);
  const passwordFile = `${fresh}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs.owner) {
    for (const path of [fresh, passwordFile]) await chown(path, runAs.owner.uid, runAs.owner.gid);
  }
  try {
    const { program, args, ...user } = runAs.command(initdb, [
      ...["-D", fresh, "-U", ownerRole, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
      // Unicode case and word rules that do not depend on the machine's locales; ICU collations are there by name.
      ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ]);
    await new Promise<void>((resolve, reject) => {
      const child = spawn(program, args, { ...user, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
      let said = "";
      child.stderr.on("data", (chunk) => {
        said += chunk;
      });
      child.on("error", reject);
      child.on("close", (code) =>
        code === 0 ? resolve() : reject(new StartError(`initdb failed (${code}): ${said}`)),
      );
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, folder);
}

async function removeUnfinished(folder: string) {
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.new-`)) continue;
    // The initdb of a process that was killed a moment ago may still be writing there; then it goes the next time.
    await rm(join(dirname(folder), name), { recursive: true, force: true }).catch(() => {});
  }
}

type Attempt = { cluster: Cluster; reason: "" } | { cluster: undefined; reason: string };

async function runServer(options: Options, postgresProgram: string, runAs: RunAs): Promise<Attempt> {
  const { folder, port, durable } = options;
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 100,
    // Taken page by page as data comes in: a small database uses little of it.
    shared_buffers: "512MB",
    // Statements and row values stay out of the log.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { program, args, ...user } = runAs.command(postgresProgram, ["-D", folder, ...flags]);

  const log = openSync(logFile(folder), "w", 0o600);
  // A session of its own: Ctrl-C reaches only us, and we stop it after our last query.
  const child = spawn(program, args, {
    ...user,
    cwd: "/",
    detached: true,
    stdio: ["ignore", "ignore", log],
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const lastResort = () => child.kill("SIGINT");
  process.once("exit", lastResort);
  void ended.then(() => process.off("exit", lastResort));

  const up = await Promise.race([
    ended.then(() => false),
    answers(ownerUrl(port, options.password, "postgres"), 60_000),
  ]);
  if (!up) {
    await stopChild(child, ended);
    const said = await readFile(logFile(folder), "utf8").catch(() => "");
    return { cluster: undefined, reason: said.split("\n").slice(-6).join(" ").trim() };
  }
  return { cluster: { port, ended, stop: () => stopChild(child, ended) }, reason: "" };
}

async function stopChild(child: ChildProcess, ended: Promise<void>) {
  for (const [signal, wait] of [
    ["SIGINT", 2500],
    ["SIGQUIT", 800],
    ["SIGKILL", 500],
  ] as const) {
    child.kill(signal);
    if (await Promise.race([ended.then(() => true), pause(wait, false)])) return;
  }
}

/** Whether a server answers on `url` within `wait` milliseconds. */
export async function answers(url: string, wait: number) {
  const until = Date.now() + wait;
  for (;;) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await sql`select 1`;
      return true;
    } catch {
      if (Date.now() > until) return false;
    } finally {
      await sql.end({ timeout: 1 });
    }
    await pause(40);
  }
}

export function freePort() {
  return new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Ends the server that a killed process left behind on `folder`, and a lock file that no server holds. */
export async function endOrphan(folder: string, onProgress: (line: string) => void) {
  const lock = join(folder, "postmaster.pid");
  const pid = Number((await readFile(lock, "utf8").catch(() => "")).split("\n")[0]);
  if (!pid) return;

  if (await isServerOf(pid, folder)) {
    onProgress(`Stopping the database server that an earlier process left running (process ${pid})`);
    for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
      process.kill(pid, signal);
      for (let i = 0; i < 30 && (await isServerOf(pid, folder)); i++) await pause(100);
      if (!(await isServerOf(pid, folder))) break;
    }
  }
  await rm(lock, { force: true });
}

async function isServerOf(pid: number, folder: string) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  // The number may have passed to another program since; without /proc it has to be believed.
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
  if (commandLine === undefined) return !existsSync("/proc/self");
  return commandLine.split("\0").includes(folder);
}
