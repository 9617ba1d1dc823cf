import { once } from "node:events";
import { openKeys } from "~/domain/auth/open-keys.server";
import { rotateMasterKey } from "~/domain/auth/rotate-master-key.server";
import { connect } from "~db/client.server";

// What `npm run master-key:rotate` does, over and over, until it is killed.

export type Rotating = { database: string; dataDir: string };

// It stands ready, all its modules read, until it is told what to do.
process.stdout.write("ready\n");
const [told] = await once(process.stdin, "data");
const { database, dataDir }: Rotating = JSON.parse(String(told));
const pool = connect(database, { max: 1 });
for (;;) {
  const none = { secretKey: undefined, masterKey: undefined, masterKeyBefore: undefined };
  const { master } = await openKeys({ dataDir, ...none });
  const outcome = await rotateMasterKey(pool.db, { master, anew: true, at: new Date() });
  if (!outcome.ok) throw new Error(outcome.reason);
  process.stdout.write("rotated\n");
}
