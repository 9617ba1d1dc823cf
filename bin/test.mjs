// npm test: every check, from a fresh clone. Arguments go to vitest. The last line counts.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import {
  endSteps,
  endWithNpm,
  ensureBuilt,
  ensureInstalled,
  failWith,
  requireNode,
  root,
} from "./prepare.mjs";

const count = { passed: 0, failed: 0, skipped: 0 };
const running = new Set();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    endSteps();
    for (const child of running) child.kill("SIGTERM");
    process.exitCode = 130;
  });
}

endWithNpm();
requireNode();
process.chdir(root);
await ensureInstalled().catch(failWith);

const rest = Promise.all([
  checkTool("types", ["typescript", "bin", "tsc"], ["--noEmit"]),
  checkTool("style", ["@biomejs", "biome", "bin", "biome"], ["check", ".", "--error-on-warnings"]),
  checkTool("unused", ["knip", "bin", "knip.js"], []),
]);
// The tests need the build alone; types take as long again, on one processor.
await check("build", ensureBuilt());
await checkTests(process.argv.slice(2));
await rest;

if (!findChromium()) {
  console.log(
    "Browser tests were skipped: there is no Chromium here; install one or name it in CHROMIUM_PATH.",
  );
}
const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
process.exit(count.failed > 0 ? 1 : (process.exitCode ?? 0));

async function check(name, work) {
  try {
    await work;
    count.passed += 1;
    console.log(`✓ ${name}`);
  } catch (error) {
    count.failed += 1;
    console.log(`✗ ${name}\n${error.message}`);
  }
}

function checkTool(name, path, args) {
  return check(
    name,
    run([join(root, "node_modules", ...path), ...args], "pipe").then(({ code, said }) => {
      if (code !== 0) throw new Error(said);
    }),
  );
}

async function checkTests(args) {
  const report = join(root, ".cache", "vitest.json");
  mkdirSync(join(root, ".cache"), { recursive: true });
  rmSync(report, { force: true });
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await run([vitest, "run", ...reporters, ...args], "inherit");

  let failed = 0;
  try {
    const result = JSON.parse(readFileSync(report, "utf8"));
    count.passed += result.numPassedTests;
    failed += result.numFailedTests;
    count.skipped += result.numPendingTests + result.numTodoTests;
    // A file that cannot be loaded has no tests to fail.
    failed += result.testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((t) => t.status === "failed"),
    ).length;
  } catch (error) {
    console.log(`The tests left no report: ${error.message}`);
  }
  // Errors outside any test end the run without a failed test.
  if (code !== 0 && failed === 0) failed = 1;
  count.failed += failed;
}

function run(args, output) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", output, output],
      env: { ...process.env, NODE_ENV: "test", FORCE_COLOR: "0", NO_COLOR: "1" },
    });
    running.add(child);
    let said = "";
    child.stdout?.on("data", (chunk) => {
      said += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, said });
    });
  });
}
