import { now } from "~/clock.server";
import { openKeys } from "~/domain/auth/open-keys.server";
import { rotateMasterKey } from "~/domain/auth/rotate-master-key.server";
import { env } from "~/env.server";
import { connect } from "~db/client.server";
import { reachServer } from "~db/open.server";

/** npm run master-key:rotate: the keys of rooms are sealed by another master key, and the one before opens nothing any more. */
const server = await reachServer(env(), { onProgress: (line) => console.error(line) });
const owner = connect(server.ownerUrl, { max: 1 });
const sentences: Record<string, string> = {
  master_key_same:
    "RIBERA_MASTER_KEY is the one that holds already. Put it into RIBERA_MASTER_KEY_BEFORE, a new one (openssl rand -base64 32) into RIBERA_MASTER_KEY, start every process again with both, then run this again.",
  master_key_missing:
    "A room's key is sealed by a master key that is not here. Put the one before into RIBERA_MASTER_KEY_BEFORE.",
};
try {
  const { master } = await openKeys(env());
  const outcome = await rotateMasterKey(owner.db, { master, anew: true, at: now() });
  if (outcome.ok) {
    const before =
      master.kept === "environment" ? "RIBERA_MASTER_KEY_BEFORE can be unset" : "its file is gone";
    console.log(
      `Another master key holds; keys of rooms sealed anew: ${outcome.value.rooms}. The one before is no longer needed (${before}).`,
    );
  } else {
    console.error(sentences[outcome.reason] ?? outcome.reason);
    process.exitCode = 1;
  }
} finally {
  await owner.close();
  await server.close();
}
