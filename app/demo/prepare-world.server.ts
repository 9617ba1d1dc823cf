import { join } from "node:path";
import { keepSecretKeyMark } from "~/domain/auth/keep-secret-key-mark.server";
import { openKeys } from "~/domain/auth/open-keys.server";
import { settleMasterKey } from "~/domain/auth/settle-master-key.server";
import type { Environment } from "~/env.server";
import { connect } from "~db/client.server";
import { useFiles } from "~db/files.server";
import { loadTechniques } from "~db/reference/load-techniques.server";
import { StartError } from "~db/start-error";
import { loadDemo } from "./load-demo.server";

const otherKey =
  "This database is used with another secret key: authenticator codes, recovery codes and invitations made by other processes would not work here. " +
  "Set RIBERA_SECRET_KEY to theirs (or share the file secret-key of their data folder). If the key was lost or is changed on purpose, run: npm run secret-key:replace";

const otherMasterKey =
  "The keys of this database's roundtables are sealed by a master key that is not here. Set RIBERA_MASTER_KEY to the one that its other processes have " +
  "(and RIBERA_MASTER_KEY_BEFORE to the one before it, if npm run master-key:rotate was not finished), or share the folder master-keys of their data folder.";

/** What a migrated database needs before anyone is served: reference lists, and the demo where it is on. */
export const prepareWorld =
  (environment: Environment, at: Date) =>
  async (ownerUrl: string, onProgress: (line: string) => void): Promise<void> => {
    await useFiles(environment.bucket ?? join(environment.dataDir, "files"), onProgress);
    const owner = connect(ownerUrl, { max: 1 });
    try {
      const { keys, master } = await openKeys(environment);
      if (!(await keepSecretKeyMark(owner.db, { mark: keys("mark"), at }))) throw new StartError(otherKey);
      if (!(await settleMasterKey(owner.db, { master, at }))) throw new StartError(otherMasterKey);
      await loadTechniques(owner.db);
      if (environment.demo) {
        await loadDemo(owner.db, { at, keys, onProgress });
      }
    } finally {
      await owner.close();
    }
  };
