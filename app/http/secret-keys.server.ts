import type { MasterKeys } from "~/domain/auth/master-keys.server";
import { openKeys } from "~/domain/auth/open-keys.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { env } from "~/env.server";

let opened: ReturnType<typeof openKeys> | undefined;

function open() {
  opened ??= openKeys(env());
  return opened;
}

/** The keys of this installation, opened once per process. */
export const secretKeys = async (): Promise<SecretKeys> => (await open()).keys;

/** What seals the rooms' keys. */
export const masterKeys = async (): Promise<MasterKeys> => (await open()).master;
