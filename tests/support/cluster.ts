import { readdirSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { connect } from "~db/client.server";
import { freePort, ownerUrl, startCluster } from "~db/embedded/cluster.server";
import { migrate } from "~db/migrate.server";
import { webAddress } from "~db/web-role.server";
import type { World } from "./world";

const password = "owner-password-of-a-test-run";

/** A server of its own, as safe against power loss as a real one, beside a data folder: what both hold can be searched byte by byte. */
export async function aCluster() {
  const parent = await mkdtemp(join(tmpdir(), "ribera-cluster-"));
  await chmod(parent, 0o711);
  const dataDir = join(parent, "data");
  await mkdir(dataDir, { mode: 0o711 });
  const { port, stop } = await startCluster({
    folder: join(parent, "postgres"),
    password,
    port: await freePort(),
    durable: true,
    onProgress: () => {},
  });
  const url = ownerUrl(port, password, "postgres");
  const { webUrl, webPassword } = webAddress(url);
  await migrate(url, { webPassword });
  const owner = postgres(url, { max: 2, onnotice: () => {} });
  const pool = connect(webUrl, { max: 4 });
  let isUp = true;
  const halt = async () => {
    if (!isUp) return;
    isUp = false;
    await pool.close();
    await owner.end({ timeout: 3 });
    await stop();
  };
  const world: World = { db: pool.db, owner, webUrl, ownerUrl: url, close: halt };
  return {
    world,
    dataDir,
    /** Ends the server, so that all it knows is in its files. */
    halt,
    /** Every file of the server, its logs included, and of the data folder. */
    files: () =>
      readdirSync(parent, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => ({ path: path.slice(parent.length + 1), bytes: readFileSync(path) })),
    close: async () => {
      await halt();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
export type OwnCluster = Awaited<ReturnType<typeof aCluster>>;
