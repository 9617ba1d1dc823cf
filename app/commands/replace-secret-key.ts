import { now } from "~/clock.server";
import { replaceSecretKeyMark } from "~/domain/auth/keep-secret-key-mark.server";
import { openSecretKeys } from "~/domain/auth/secret-key.server";
import { env } from "~/env.server";
import { connect } from "~db/client.server";
import { reachServer } from "~db/open.server";

/** npm run secret-key:replace: from now on the key of this environment is the installation's. */
const { dataDir, secretKey: secret } = env();
const server = await reachServer(env(), { onProgress: (line) => console.error(line) });
const owner = connect(server.ownerUrl, { max: 1 });
try {
  const mark = (await openSecretKeys({ dataDir, secret }))("mark");
  console.log(
    (await replaceSecretKeyMark(owner.db, { mark, at: now() }))
      ? "This secret key now holds. Authenticator codes, recovery codes and open invitations made with the one before no longer work; passkeys do."
      : "This secret key is the one that holds already.",
  );
} finally {
  await owner.close();
  await server.close();
}
