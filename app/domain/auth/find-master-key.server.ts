import { derived } from "./master-keys.server";
import type { SecretKeys } from "./secret-key.server";

/** The key of that fingerprint; a process that lacks it does not start, so that one is a fault of ours. */
export async function findMasterKey(keys: SecretKeys, fingerprint: string): Promise<Buffer> {
  const key = fingerprint === derived ? keys("room") : await keys.masterKey?.(fingerprint);
  if (!key) throw new Error(`this process does not have the master key ${fingerprint}`);
  return key;
}
