import { createHash } from "node:crypto";
import { realpathSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";

/** The process that holds the folder, or the release of it when it is now ours. */
type Hold = { release(): void; heldBy?: undefined } | { heldBy: number };

/**
 * Takes `folder` for this process alone. The operating system drops the hold at the moment the process ends,
 * kill -9 included, so there is no stale lock to mistake for a living one.
 */
export async function holdFolder(folder: string): Promise<Hold> {
  const name = `ribera-${createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 24)}`;
  const address =
    platform() === "linux"
      ? `\0${name}`
      : platform() === "win32"
        ? `\\\\.\\pipe\\${name}`
        : join(tmpdir(), `${name}.sock`);

  for (let attempt = 1; ; attempt++) {
    const release = await listen(address);
    if (release) return { release };
    const heldBy = await askHolder(address);
    if (heldBy !== undefined) return { heldBy };
    if (attempt === 20) throw new Error(`The folder ${folder} can neither be taken nor is it held.`);
    // A named socket outlives its process where the system has no other kind.
    if (address.endsWith(".sock")) rmSync(address, { force: true });
  }
}

function listen(address: string) {
  return new Promise<(() => void) | undefined>((resolve, reject) => {
    const server = createServer((asking) => asking.end(String(process.pid)));
    server.once("error", (error) =>
      "code" in error && error.code === "EADDRINUSE" ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => {
      server.unref();
      resolve(() => server.close());
    });
  });
}

function askHolder(address: string) {
  return new Promise<number | undefined>((resolve) => {
    let answer = "";
    const socket = connect(address);
    // A stopped process still holds its folder, though it does not answer.
    socket.setTimeout(2000, () => {
      socket.destroy();
      resolve(0);
    });
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", () => resolve(undefined));
    socket.on("end", () => resolve(Number(answer)));
  });
}
