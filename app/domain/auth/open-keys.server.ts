import { type MasterKeys, openMasterKeys } from "./master-keys.server";
import { openSecretKeys, type SecretKeys } from "./secret-key.server";

type Where = {
  dataDir: string;
  secretKey: string | undefined;
  masterKey: string | undefined;
  masterKeyBefore: string | undefined;
};

/** Every key of an installation, and what seals the keys of its rooms. */
export async function openKeys({
  dataDir,
  secretKey: secret,
  masterKey: given,
  masterKeyBefore: before,
}: Where): Promise<{ keys: SecretKeys; master: MasterKeys }> {
  const own = await openSecretKeys({ dataDir, secret });
  const master = openMasterKeys({ dataDir, keys: own, secretGiven: secret !== undefined, given, before });
  const keys: SecretKeys = Object.assign((purpose: Parameters<SecretKeys>[0]) => own(purpose), {
    masterKey: master.find,
  });
  return { keys, master };
}
