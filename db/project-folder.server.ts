import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A folder of the repository, found from the sources as well as from the built server. */
export function projectFolder(...parts: string[]) {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const above = dirname(folder);
    if (above === folder) throw new Error("package.json was not found above the running file");
    folder = above;
  }
  return join(folder, ...parts);
}
