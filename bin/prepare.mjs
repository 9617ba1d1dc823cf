// What every command needs first: the right Node, the packages of the lock file, a build of these sources.
// Plain Node, no packages: it runs on a fresh clone.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { holdFolder } from "../db/embedded/folder-lock.mjs";
import { arePatchesInPlace } from "./patches.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);

const children = new Set();
let stopped = false;

/** Ends the steps that are still running; for whoever is told to stop half-way. */
export function endSteps() {
  stopped = true;
  for (const child of children) child.kill("SIGTERM");
}

/** npm runs a script under a shell that ends at a signal without passing it on; what it began would stay behind. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 200);
  watch.unref();
}

export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 ? major < 25 : major === 20 && minor >= 19) return;
  fail(
    `Ribera runs on Node 20.19 to 24; this is ${process.version}. Install Node 24 from https://nodejs.org and try again.`,
  );
}

const forPeople = (sentence) => Object.assign(new Error(sentence), { name: "StartError" });
export const isForPeople = (error) => error?.name === "StartError" || error?.name === "EnvironmentError";

/** Ends the process with a sentence, or with the whole trace where the fault is ours. */
export function failWith(error) {
  fail(isForPeople(error) ? error.message : (error?.stack ?? String(error)));
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Installs the packages of package-lock.json, as patches/ mends them, unless exactly those are there. */
export async function ensureInstalled({ development = true } = {}) {
  const isThere = () => isInstalled(development) && arePatchesInPlace(root);
  if (!isThere()) await alone(() => isThere() || install(development));
}

async function install(development) {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const args = ["ci", "--no-audit", "--no-fund", ...(development ? ["--include=dev"] : [])];
  await step("Installing packages", [...npm, ...args]);
  if (arePatchesInPlace(root)) return;
  throw forPeople(
    "The packages were installed without the patches of patches/: npm was told to run no scripts. " +
      "Run: npx patch-package --error-on-fail",
  );
}

function isInstalled(development) {
  const wanted = readJson(at("package-lock.json"))?.packages ?? {};
  const present = readJson(at("node_modules", ".package-lock.json"))?.packages;
  if (!present) return false;
  return Object.entries(wanted).every(([path, its]) => {
    if (path === "") return true;
    const mine = present[path];
    if (mine) return mine.version === its.version && mine.integrity === its.integrity;
    // Packages for other machines, and for development where it is not wanted, are rightly absent.
    return its.optional || its.devOptional || its.peer || (its.dev && !development);
  });
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

const stamp = at("build", ".sources");

export const isBuilt = () => existsSync(stamp) && readFileSync(stamp, "utf8") === hashOfSources();

/** Builds unless build/ was made from exactly these sources. */
export async function ensureBuilt() {
  if (!isBuilt()) await alone(() => isBuilt() || build());
}

async function build() {
  const rest = () => told("A build that was cut off still runs; waiting for it");
  (await held(at("bin"), rest)).release();
  const sources = hashOfSources();
  // A build that is cut short must not pass for the one that it began to write over.
  rmSync(stamp, { force: true });
  await step("Building", [process.execPath, at("bin", "vite-build.mjs")], { NODE_ENV: "production" });
  writeFileSync(stamp, sources);
}

/** Two commands at once in one tree would install and build over each other: the second waits, and says so. */
async function alone(work) {
  const hold = await held(root, (holder) =>
    told(
      `Another command of this folder installs or builds${holder ? ` (process ${holder})` : ""}; waiting for it`,
    ),
  );
  try {
    await work();
  } finally {
    hold.release();
  }
}

/** Holds `folder` as soon as nobody else does; `whileWaiting` tells of the wait, and answers how to end that. */
export async function held(folder, whileWaiting = () => () => {}) {
  let hold = await holdFolder(folder);
  if (hold.release) return hold;
  const done = whileWaiting(hold.heldBy);
  while (!hold.release && !stopped) {
    await pause(200);
    hold = await holdFolder(folder);
  }
  done(!stopped);
  if (hold.release) return hold;
  throw forPeople("Stopped while waiting.");
}

function hashOfSources() {
  const hash = createHash("sha256");
  for (const name of ["app", "db", "emails", "locales", "public"]) addFolder(hash, at(name));
  for (const name of ["package-lock.json", "remix.config.js", "tsconfig.json", "vite.config.ts"]) {
    hash.update(readFileSync(at(name)));
  }
  return hash.digest("hex");
}

function addFolder(hash, folder) {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path);
    else hash.update(`${relative(root, path)}\0`).update(readFileSync(path));
  }
}

/** Runs a long step: says that it began, that it goes on, how long it took; shows what it printed if it fails. */
async function step(title, [program, ...args], environment = {}) {
  const done = told(title);
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32" && program === "npm",
  });
  children.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said = (said + chunk).slice(-20_000);
    });
  }
  const code = await new Promise((resolve) => {
    child.on("error", (error) => {
      said += error.message;
      resolve(1);
    });
    child.on("close", (ended, signal) => resolve(signal ? 1 : ended));
  });
  children.delete(child);
  done(code === 0);
  if (code === 0) return;
  console.error(said);
  throw forPeople(`${title} failed; what it said is above.`);
}

/** Says that something long began, and every 5 s that it goes on; what it answers says how long it took. */
function told(title) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.error(`${title} …`);
  const ticking = setInterval(() => console.error(`${title} … ${seconds()} s`), 5000);
  return (well = true) => {
    clearInterval(ticking);
    if (well) console.error(`${title} … done in ${seconds()} s`);
  };
}
