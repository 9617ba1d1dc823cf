import type { FoundVault } from "~/domain/vaults/vaults.server";

const instant = (at: Date | null) => at?.toISOString() ?? null;

/** A session's record as its asker may know it. */
export const vaultAsAnswer = (vault: FoundVault) => ({
  id: vault.id,
  startsAt: vault.startsAt.toISOString(),
  keptUntil: vault.purgeAt.toISOString(),
  endedAt: instant(vault.endedAt),
  closedAt: instant(vault.closedAt),
  purgedAt: instant(vault.purgedAt),
  held: vault.held,
  holdWords: vault.holdWords.map(({ hold: _, saidAt, ...word }) => ({
    ...word,
    saidAt: saidAt.toISOString(),
  })),
  seal: vault.seal,
  proof: vault.proof.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
  disclosures: vault.disclosures.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
});
