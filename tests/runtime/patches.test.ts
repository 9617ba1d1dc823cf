import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { arePatchesInPlace } from "../../bin/patches.mjs";

const patch = (
  was: string,
  is: string,
) => `diff --git a/node_modules/driver/index.js b/node_modules/driver/index.js
index ${was}..${is} 100644
--- a/node_modules/driver/index.js
+++ b/node_modules/driver/index.js
@@ -1 +1 @@
-one
+two
`;
/** As `git hash-object` says. */
const hashes = { "one\n": "5626abf", "two\n": "f719efd", "three\n": "2bdf67a" };

let root: string;
const install = (content: string) => writeFileSync(join(root, "node_modules/driver/index.js"), content);
const mend = (text: string) => writeFileSync(join(root, "patches/driver+1.0.0.patch"), text);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ribera-patches-"));
  mkdirSync(join(root, "node_modules/driver"), { recursive: true });
  mkdirSync(join(root, "patches"));
  install("two\n");
  mend(patch(hashes["one\n"], hashes["two\n"]));
});
afterEach(() => rmSync(root, { recursive: true }));

test("a package is in place when it is as its patch leaves it", () => {
  expect(arePatchesInPlace(root)).toBe(true);
});

test("not as it came", () => {
  install("one\n");
  expect(arePatchesInPlace(root)).toBe(false);
});

test("nor as an earlier patch left it", () => {
  mend(patch(hashes["one\n"], hashes["three\n"]));
  expect(arePatchesInPlace(root)).toBe(false);
});

test("a file that a patch adds must be there, one that it takes away must not", () => {
  const other = (is: string) =>
    patch("0000000", is).replaceAll("index.js", "other.js") + patch(hashes["one\n"], hashes["two\n"]);
  mend(other(hashes["two\n"]));
  expect(arePatchesInPlace(root)).toBe(false);
  mend(other("0000000"));
  expect(arePatchesInPlace(root)).toBe(true);
});

test("every file of our own patches is looked at", () => {
  const ours = join(import.meta.dirname, "../..");
  const folder = join(ours, "patches");
  mkdirSync(join(root, "node_modules/postgres"));
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), "utf8");
    mend(text);
    expect(arePatchesInPlace(root)).toBe(false);
    for (const [, path] of text.matchAll(/^\+\+\+ b\/(.+)$/gm)) {
      const file = join(root, path ?? "");
      mkdirSync(join(file, ".."), { recursive: true });
      expect(arePatchesInPlace(root), path).toBe(false);
      writeFileSync(file, readFileSync(join(ours, path ?? "")));
    }
    expect(arePatchesInPlace(root)).toBe(true);
  }
});
