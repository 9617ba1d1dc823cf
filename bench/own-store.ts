import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { connect } from "~db/client.server";
import { freePort, ownerUrl, startCluster } from "~db/embedded/cluster.server";
import { migrate } from "~db/migrate.server";
import { webAddress } from "~db/web-role.server";
import type { World } from "../tests/support/world";

/** A migrated store for one measurement, on a cluster of its own that is gone with it. */
export async function openOwnStore(name: string): Promise<World> {
  const parent = await mkdtemp(join(tmpdir(), `ribera-bench-${name}-`));
  await chmod(parent, 0o711);
  const password = randomUUID();
  const cluster = await startCluster({
    folder: join(parent, "postgres"),
    password,
    port: await freePort(),
    durable: true,
    onProgress: (line) => console.error(line),
  });
  const url = ownerUrl(cluster.port, password, "postgres");
  const { webUrl, webPassword } = webAddress(url);
  await migrate(url, { webPassword });
  const owner = postgres(url, { max: 10, onnotice: () => {} });
  const pool = connect(webUrl);
  return {
    db: pool.db,
    owner,
    webUrl,
    ownerUrl: url,
    close: async () => {
      await pool.close();
      await owner.end();
      await cluster.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
