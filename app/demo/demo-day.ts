import type { DemoDay } from "~db/demo/rounds/round-story";

const day = 86_400_000;

const morning = 16 * 3_600_000;

/** Late in the morning of a day, as everything of the demo is; the day that is not yet so far is the one before. */
export const instantOf = (when: DemoDay, now: Date) =>
  typeof when === "string"
    ? new Date(`${when}T16:00:00Z`)
    : new Date(Math.floor((now.getTime() - morning) / day) * day + morning + when * day);
