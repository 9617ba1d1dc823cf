import { createHmac } from "node:crypto";

type Claimed = { roundId: string; secret: string; row: number; question: string };

/** By what a point is found again by whoever holds the secret of the answers it came with; hex. */
export const claimOf = ({ roundId, secret, row, question }: Claimed): string =>
  createHmac("sha256", secret).update(`${roundId}:${row}:${question}`).digest("hex");
