import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

// A tree with our own commands, and in the place of the builder one that says when it begins and waits to be let go.
const ours = join(import.meta.dirname, "../..");
const builder = `
const { appendFileSync, existsSync } = require("node:fs");
appendFileSync("built.log", "began\\n");
const wait = setInterval(() => {
  if (!existsSync("go")) return;
  clearInterval(wait);
  appendFileSync("built.log", "ended\\n");
  require("node:fs").mkdirSync("build", { recursive: true });
}, 20);
`;

const patience = { timeout: 60_000 };

let tree: string;
let commands: ChildProcess[];
const put = (path: string, text: string) => {
  mkdirSync(join(tree, path, ".."), { recursive: true });
  writeFileSync(join(tree, path), text);
};
const log = () => (existsSync(join(tree, "built.log")) ? readFileSync(join(tree, "built.log"), "utf8") : "");

function build() {
  const child = spawn(process.execPath, ["bin/build.mjs"], { cwd: tree });
  commands.push(child);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return { child, said: () => said, code: once(child, "close").then(([code]) => code) };
}

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), "ribera-tree-"));
  commands = [];
  for (const path of ["bin", "db/embedded/folder-lock.mjs"]) {
    cpSync(join(ours, path), join(tree, path), { recursive: true });
  }
  for (const path of ["package-lock.json", "node_modules/.package-lock.json"]) put(path, '{"packages":{}}');
  for (const path of ["package.json", "remix.config.js", "tsconfig.json", "vite.config.ts"]) put(path, "{}");
  put("node_modules/@remix-run/dev/dist/cli.js", builder);
  put("app/root.tsx", "first");
});
afterEach(async () => {
  for (const child of commands) child.kill("SIGKILL");
  writeFileSync(join(tree, "go"), "");
  rmSync(tree, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

test("of two commands at once on an unbuilt tree one builds; the other says that it waits, and takes that build", async () => {
  const first = build();
  await expect.poll(log, patience).toBe("began\n");
  const second = build();
  await expect.poll(second.said, patience).toContain(`(process ${first.child.pid}); waiting for it`);
  put("go", "");
  expect(await Promise.all([first.code, second.code])).toEqual([0, 0]);
  expect(log()).toBe("began\nended\n");
  expect(second.said()).not.toContain("Building");
});

test("a command killed with -9 leaves nothing to clear away, and what it began ends before the next build begins", async () => {
  const first = build();
  await expect.poll(log, patience).toBe("began\n");
  first.child.kill("SIGKILL");
  await first.code;
  const second = build();
  await expect.poll(second.said, patience).toContain("still runs; waiting for it");
  put("go", "");
  expect(await second.code).toBe(0);
  expect(log()).toBe("began\nended\nbegan\nended\n");
});

test("a build that was cut short does not pass for the one it wrote over", async () => {
  put("go", "");
  expect(await build().code).toBe(0);
  rmSync(join(tree, "go"));
  put("app/root.tsx", "second");
  const cut = build();
  await expect.poll(log, patience).toBe("began\nended\nbegan\n");
  cut.child.kill("SIGTERM");
  await cut.code;
  put("app/root.tsx", "first");
  put("go", "");
  expect(await build().code).toBe(0);
  expect(log().match(/began/g)).toHaveLength(3);
});
