import { forgetDigests as forget } from "~/domain/digests/forget-digests.server";
import type { Environment } from "~/env.server";
import type { Job } from "./run-jobs.server";

/** Every hour: the digests whose time is over. */
export const forgetDigests = ({ digestDays }: Environment): Job => ({
  name: "forget-digests",
  everyMs: 3_600_000,
  run: (db, at) => forget(db, { days: digestDays, at }),
});
