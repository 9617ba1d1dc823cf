import { createHash } from "node:crypto";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import type { DriverContract } from "flydrive/types";

let disk: Disk | undefined;

type Bucket = { name: string; region: string; endpoint?: string | undefined; keyId: string; secret: string };

/**
 * Where uploaded bytes lie, under the name of their SHA-256: a folder, or a bucket of an S3-compatible service. Set once
 * at start. A bucket that does not answer now may answer later: that is said, and no more.
 */
export async function useFiles(where: string | Bucket, onProgress: (line: string) => void = () => {}) {
  disk = new Disk(await driverOf(where));
  if (typeof where === "string") return;
  await disk.exists("start").catch((error: Error) => {
    const { message } = error.cause instanceof Error ? error.cause : error;
    onProgress(
      `The bucket ${where.name} (RIBERA_S3_…) does not answer; files cannot be read or kept: ${message}`,
    );
  });
}

async function driverOf(where: string | Bucket): Promise<DriverContract> {
  if (typeof where === "string") return new FSDriver({ location: where, visibility: "private" });
  const { name, region, endpoint, keyId, secret } = where;
  // Loaded only where it is used: it is large.
  const { S3Driver } = await import("flydrive/drivers/s3");
  return new S3Driver({
    bucket: name,
    region,
    credentials: { accessKeyId: keyId, secretAccessKey: secret },
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    // Services other than AWS know neither the newer checksums nor lists of who may read.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    supportsACL: false,
    visibility: "private",
    requestHandler: { connectionTimeout: 3000, requestTimeout: 15_000 },
  });
}

function files() {
  if (!disk) throw new Error("useFiles was not called");
  return disk;
}

const key = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;
const sumOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Where the bytes lie cannot be reached now; that passes. */
class FilesUnreachableError extends Error {
  override name = "FilesUnreachableError";
  readonly code = "FILES_UNREACHABLE";
}

async function reaching<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw new FilesUnreachableError("the files cannot be reached", { cause: error });
  }
}

/** Stores the bytes and answers their SHA-256 in hex. The same bytes are stored once. */
export async function keepFile(bytes: Uint8Array): Promise<string> {
  const sha256 = sumOf(bytes);
  if (!(await isWhole(sha256))) await reaching(files().put(key(sha256), bytes));
  return sha256;
}

/** A process that died while it stored may have left a part. */
async function isWhole(sha256: string) {
  if (!(await reaching(files().exists(key(sha256))))) return false;
  return sumOf(await reaching(files().getBytes(key(sha256)))) === sha256;
}

/** The bytes of that SHA-256; throws when what lies there is not them. */
export async function readFile(sha256: string): Promise<Uint8Array> {
  const bytes = await reaching(files().getBytes(key(sha256)));
  if (sumOf(bytes) !== sha256) throw new Error("a kept file is not what was kept");
  return bytes;
}

/** Takes the bytes of that SHA-256 away; whoever asks again finds them gone. */
export const removeFile = (sha256: string): Promise<void> => reaching(files().delete(key(sha256)));
