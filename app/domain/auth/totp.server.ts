import { Secret, TOTP } from "otpauth";

const seconds = 30;
// One step to either side: clocks of phones are seconds off, and people type slowly.
const near = 1;
// To tell someone that their clock is wrong, and only to someone who is setting up their own.
const far = 240;

/** Base32, as authenticator applications take it typed. */
export const newTotpSecret = (random: Uint8Array) =>
  new Secret({ buffer: Uint8Array.from(random).buffer }).base32;

const totpOf = (secret: string, account = "") =>
  new TOTP({
    issuer: "Ribera",
    label: account,
    algorithm: "SHA1",
    digits: 6,
    period: seconds,
    secret: Secret.fromBase32(secret),
  });

/** What the QR code says. */
export const totpAddress = (secret: string, account: string) => totpOf(secret, account).toString();

const normal = (code: string) => code.replace(/[\s-]/g, "");

/** The step whose code this is, if it is one of now. */
export function totpStep({
  secret,
  code,
  at,
}: {
  secret: string;
  code: string;
  at: Date;
}): number | undefined {
  return stepWithin(near, { secret, code, at });
}

/** By how many minutes the clock that made this code is wrong, where that is why it does not fit. */
export function minutesOff(asked: { secret: string; code: string; at: Date }): number | undefined {
  const step = stepWithin(far, asked);
  if (step === undefined) return undefined;
  return Math.round(((step - Math.floor(asked.at.getTime() / 1000 / seconds)) * seconds) / 60);
}

function stepWithin(window: number, { secret, code, at }: { secret: string; code: string; at: Date }) {
  const delta = totpOf(secret).validate({ token: normal(code), timestamp: at.getTime(), window });
  return delta === null ? undefined : Math.floor(at.getTime() / 1000 / seconds) + delta;
}
