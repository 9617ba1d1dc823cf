import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emit } from "./measurement";
import { startServer } from "./running-server";

/** From `npm start` on a fresh clone to the line that says it is ready; then again on the same folder. */
export async function run(emit: Emit) {
  const parent = await mkdtemp(join(tmpdir(), "ribera-clone-"));
  const cwd = join(parent, "ribera");
  try {
    execFileSync("git", ["clone", "-q", join(import.meta.dirname, ".."), cwd]);
    const dataDir = join(parent, "data");
    const measure = async (name: string, floor: number | undefined, notes: string) => {
      const server = await startServer({ cwd, dataDir });
      await server.stop();
      const value = server.secondsToReady;
      emit({
        name,
        value: Number(value.toFixed(1)),
        unit: "s",
        floor: Number((floor ?? value).toFixed(1)),
        ratio: Number(((floor ?? value) / value).toFixed(3)),
        notes,
      });
      return value;
    };
    const install = performance.now();
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--silent"], {
      cwd,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const installing = (performance.now() - install) / 1000;
    await rm(join(cwd, "node_modules"), { recursive: true });
    await measure(
      "start.first",
      installing,
      "install, build, database, migration and demo on a fresh clone; floor: npm ci alone in the same clone",
    );
    const begun = performance.now();
    execFileSync(process.execPath, ["-e", "import('@remix-run/node')"], { cwd });
    await measure(
      "start.again",
      (performance.now() - begun) / 1000,
      "nothing to install, build or migrate; floor: Node loading the framework",
    );
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
