import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepFile, readFile, useFiles } from "~db/files.server";
import { isUnreachable } from "~db/unreachable.server";

let folder: string;
let server: S3rver;
let endpoint: string;
const bucket = { name: "ribera", region: "us-east-1", keyId: "S3RVER", secret: "S3RVER" };
const said: string[] = [];
const say = (line: string) => void said.push(line);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ribera-files-"));
  server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: join(folder, "s3"),
    configureBuckets: [{ name: bucket.name }],
  });
  endpoint = `http://127.0.0.1:${(await server.run()).port}`;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const reasonOf = (work: Promise<unknown>) => work.then(() => undefined).catch((error: unknown) => error);

describe.each(["a folder", "a bucket"])("files in %s", (where) => {
  beforeAll(() => useFiles(where === "a folder" ? join(folder, "files") : { ...bucket, endpoint }, say));

  test("are kept under the name of their bytes, once, and read back whole", async () => {
    const bytes = randomBytes(300_000);
    const sha256 = await keepFile(bytes);
    expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(await Promise.all([keepFile(bytes), keepFile(bytes)])).toEqual([sha256, sha256]);
    expect(Buffer.from(await readFile(sha256))).toEqual(bytes);
  });

  test("that are not there cannot be read", async () => {
    expect(await reasonOf(readFile("0".repeat(64)))).toBeInstanceOf(Error);
  });
});

describe("a kept file", () => {
  const partOf = async (bytes: Buffer) => {
    await useFiles(join(folder, "parts"));
    const sha256 = await keepFile(bytes);
    const [place = ""] = await readdir(join(folder, "parts"));
    await writeFile(join(folder, "parts", place, sha256), bytes.subarray(0, 10));
    return sha256;
  };

  test("that was altered is not given out", async () => {
    const sha256 = await partOf(randomBytes(50));
    expect(await reasonOf(readFile(sha256))).toMatchObject({ message: "a kept file is not what was kept" });
    await rm(join(folder, "parts"), { recursive: true });
  });

  test("of which only a part was stored is stored again", async () => {
    const bytes = randomBytes(50);
    const sha256 = await partOf(bytes);
    await keepFile(bytes);
    expect(Buffer.from(await readFile(sha256))).toEqual(bytes);
  });
});

describe("a bucket", () => {
  test("is said at start when it answers", async () => {
    said.length = 0;
    await useFiles({ ...bucket, endpoint }, say);
    expect(said).toEqual([]);
  });

  test.each([
    ["with another secret", () => ({ ...bucket, endpoint, secret: "other" })],
    ["where nobody listens", () => ({ ...bucket, endpoint: "http://127.0.0.1:1" })],
  ])("%s is told at start by its variables, and files are away, which passes", async (_, wrong) => {
    said.length = 0;
    await useFiles(wrong(), say);
    expect(said.join()).toMatch(/The bucket ribera \(RIBERA_S3_…\) does not answer/);
    expect(isUnreachable(await reasonOf(keepFile(randomBytes(10))))).toBe(true);
  });
});
