import { forgetNotices as forget } from "~/domain/notices/forget-notices.server";
import type { Environment } from "~/env.server";
import type { Job } from "./run-jobs.server";

/** Every hour: the settled notices whose time is over. */
export const forgetNotices = ({ noticeDays }: Environment): Job => ({
  name: "forget-notices",
  everyMs: 3_600_000,
  run: (db, at) => forget(db, { days: noticeDays, at }),
});
