import type { OwnApplication } from "./own-application.server";

export type OwnStep = {
  step: "renew" | "asked" | "refused";
  /** Last good day. */
  until: string | null;
  askedAt: Date | null;
};

/** What an organisation's own vetting asks of its administrators, or has them wait for; nothing while all is well. */
export function ownStep({ open, last, mayAsk, vettedUntil }: OwnApplication): OwnStep | null {
  if (open && last) return { step: "asked", until: vettedUntil, askedAt: last.submittedAt };
  if (!mayAsk) return null;
  const wasRefused = last?.outcome === "refused";
  return {
    step: wasRefused ? "refused" : "renew",
    until: vettedUntil,
    askedAt: wasRefused ? last.submittedAt : null,
  };
}
