import type { DemoDay } from "~db/demo/rounds/round-story";

const day = 86_400_000;

/** Late in the morning of a day, as everything of the demo is. */
export const instantOf = (when: DemoDay, now: Date) =>
  typeof when === "string" ? new Date(`${when}T16:00:00Z`) : new Date(now.getTime() + when * day);
