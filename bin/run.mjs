// node bin/run.mjs FILE ARGUMENTS: runs a TypeScript command of this repository.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { endWithNpm, ensureInstalled, fail, failWith, requireNode, root } from "./prepare.mjs";

const [file, ...args] = process.argv.slice(2);
if (!file) fail("Usage: node bin/run.mjs FILE ARGUMENTS");

endWithNpm();
requireNode();
await ensureInstalled({ development: false }).catch(failWith);

const tsx = pathToFileURL(join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;
const child = spawn(process.execPath, ["--import", tsx, join(root, file), ...args], {
  stdio: "inherit",
  env: { ...process.env, TSX_TSCONFIG_PATH: join(root, "tsconfig.json") },
});
// Ctrl-C reaches the command by itself; the process that waits for it only must not end before.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("close", (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : code));
