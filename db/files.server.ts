import { createHash } from "node:crypto";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";

let disk: Disk | undefined;

/** Where uploaded bytes lie: a folder, under the name of their SHA-256. Set once at start. */
export function useFiles(folder: string) {
  disk = new Disk(new FSDriver({ location: folder, visibility: "private" }));
}

function files() {
  if (!disk) throw new Error("useFiles was not called");
  return disk;
}

const key = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;

/** Stores the bytes and answers their SHA-256 in hex. The same bytes are stored once. */
export async function keepFile(bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (!(await files().exists(key(sha256)))) await files().put(key(sha256), bytes);
  return sha256;
}

export const readFile = (sha256: string): Promise<Uint8Array> => files().getBytes(key(sha256));
