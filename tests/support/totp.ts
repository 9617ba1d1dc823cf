import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { TOTP } from "otpauth";

const oathtool = "/usr/bin/oathtool";

/** The code of a base32 key at a moment, by Debian's oathtool where it is installed: an implementation that is not ours. */
export function totpOf(key: string, at = new Date()): string {
  if (!existsSync(oathtool)) return new TOTP({ secret: key }).generate({ timestamp: at.getTime() });
  const moment = `@${Math.floor(at.getTime() / 1000)}`;
  return execFileSync(oathtool, ["--totp", "--base32", "--now", moment, key]).toString().trim();
}
