// @ts-check
// Plain Node, no packages: bin/prepare.mjs uses it on a fresh clone too.
import { createHash } from "node:crypto";
import { realpathSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Takes `folder` for this process alone. The operating system drops the hold at the moment the process ends,
 * kill -9 included, so there is no stale lock to mistake for a living one.
 * @param {string} folder
 * @returns {Promise<{ release(): void, heldBy?: undefined } | { heldBy: number }>} The process that holds the
 *   folder (0 when it does not say which it is), or the release of it when it is now ours.
 */
export async function holdFolder(folder) {
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

/**
 * @param {string} address
 * @returns {Promise<(() => void) | undefined>}
 */
function listen(address) {
  return new Promise((resolve, reject) => {
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

/**
 * @param {string} address
 * @returns {Promise<number | undefined>}
 */
function askHolder(address) {
  return new Promise((resolve) => {
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
