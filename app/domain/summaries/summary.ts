import type { Audience } from "~/domain/advisories/advisory.form";

export const summaryTlps = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT"] as const;
export type SummaryTlp = (typeof summaryTlps)[number];

export const periods = ["day", "month", "year"] as const;
export type Period = (typeof periods)[number];

const dayMs = 86_400_000;

/**
 * What is said of when a summary was published (`2026-11`), and the first day on which it is read: when that period is over, with
 * whatever else was published in it. Whoever watches it appear learns no more than is written on it.
 */
export function periodOf(period: Period, at: Date): { named: string; showsFrom: string } {
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  const next = {
    day: Date.UTC(year, month, at.getUTCDate()) + dayMs,
    month: Date.UTC(year, month + 1),
    year: Date.UTC(year + 1, 0),
  }[period];
  const letters = { day: 10, month: 7, year: 4 }[period];
  return {
    named: at.toISOString().slice(0, letters),
    showsFrom: new Date(next).toISOString().slice(0, 10),
  };
}

type Marked = { tlp: SummaryTlp; audience: Audience };

/** Above CLEAR, with an audience of nobody. */
export const readByNobody = ({ tlp, audience }: Marked) =>
  tlp !== "CLEAR" &&
  audience.jurisdictions.length + audience.sectors.length + audience.organisations.length === 0;
