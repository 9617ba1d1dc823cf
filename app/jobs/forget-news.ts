import { forgetNews as forget } from "~/domain/digests/forget-news.server";
import type { Environment } from "~/env.server";
import type { Job } from "./run-jobs.server";

/** Every hour: the news that no digest tells any more. They go when the digests that told them go. */
export const forgetNews = ({ digestDays }: Environment): Job => ({
  name: "forget-news",
  everyMs: 3_600_000,
  run: (db, at) => forget(db, { days: digestDays, at }),
});
