import { keepVettingTimes as keep } from "~/domain/vetting/keep-vetting-times.server";
import type { Db } from "~db/client.server";

/** Every half minute: an emergency that nobody confirmed lapses within that of its day's end. */
export const keepVettingTimes = {
  name: "keep-vetting-times",
  everyMs: 30_000,
  run: (db: Db, at: Date) => keep(db, { at }),
};
