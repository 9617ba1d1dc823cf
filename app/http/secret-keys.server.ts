import { openSecretKeys, type SecretKeys } from "~/domain/auth/secret-key.server";
import { env } from "~/env.server";

let opened: Promise<SecretKeys> | undefined;

/** The keys of this installation, opened once per process. */
export function secretKeys(): Promise<SecretKeys> {
  const { dataDir, secretKey } = env();
  opened ??= openSecretKeys({ dataDir, secret: secretKey });
  return opened;
}
