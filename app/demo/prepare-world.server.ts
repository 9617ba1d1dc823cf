import { join } from "node:path";
import { openSecretKeys } from "~/domain/auth/secret-key.server";
import type { Environment } from "~/env.server";
import { connect } from "~db/client.server";
import { useFiles } from "~db/files.server";
import { loadTechniques } from "~db/reference/load-techniques.server";
import { loadDemo } from "./load-demo.server";

/** What a migrated database needs before anyone is served: reference lists, and the demo where it is on. */
export const prepareWorld =
  (environment: Environment, at: Date) =>
  async (ownerUrl: string, onProgress: (line: string) => void): Promise<void> => {
    await useFiles(environment.bucket ?? join(environment.dataDir, "files"), onProgress);
    const owner = connect(ownerUrl, { max: 1 });
    try {
      await loadTechniques(owner.db);
      if (environment.demo) {
        const { dataDir, secretKey: secret } = environment;
        const invitationKey = (await openSecretKeys({ dataDir, secret }))("invitation");
        await loadDemo(owner.db, { at, invitationKey, onProgress });
      }
    } finally {
      await owner.close();
    }
  };
