// Whether the packages are as patches/ makes them. Plain Node, no packages: it runs before they are there.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A patch names, for each file, the beginning of the hash that git gives the file as it is to be. */
const patchedFile = /^diff --git a\/\S+ b\/(\S+)\n(?:(?!diff --git).*\n)*?index [0-9a-f]+\.\.([0-9a-f]+)/gm;

/** True when every file of every patch under `root` lies there as its patch leaves it. */
export function arePatchesInPlace(root) {
  const folder = join(root, "patches");
  const patches = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".patch")) : [];
  return patches.every((name) =>
    [...readFileSync(join(folder, name), "utf8").matchAll(patchedFile)].every(([, path, hash]) => {
      const file = join(root, path);
      if (/^0+$/.test(hash)) return !existsSync(file);
      return existsSync(file) && gitHashOf(readFileSync(file)).startsWith(hash);
    }),
  );
}

const gitHashOf = (content) =>
  createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
