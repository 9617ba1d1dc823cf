import { seal, unseal } from "~/domain/auth/seal.server";

/** One thing written, as it will stand apart from everything else; `claim` in hex. */
export type SealedPoint = { row: number; question: string; written: string; claim: string };
/** What an officer signed, as it waits for the close. */
export type Signed = { counted: Record<string, string>; points: SealedPoint[] };

type Sealing = { roundId: string; organisationId: string; key: Buffer };
const about = ({ roundId, organisationId }: Sealing) => `signed:${roundId}:${organisationId}`;

export const sealSigned = (signed: Signed, sealing: Sealing) =>
  seal(JSON.stringify(signed), { key: sealing.key, about: about(sealing) });

export function openSigned(sealed: Uint8Array, sealing: Sealing): Signed {
  const opened = unseal(sealed, { key: sealing.key, about: about(sealing) });
  if (opened === undefined) throw new Error("signed answers were sealed elsewhere");
  return JSON.parse(opened);
}
