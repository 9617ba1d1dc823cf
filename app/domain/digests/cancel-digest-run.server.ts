import type { Db } from "~db/client.server";
import { type Steering, steerRun } from "./steer-run.server";

const cancel = steerRun("cancel");

/** What of that day has not left does not leave; what it would have told comes with the next one. */
export function cancelDigestRun(db: Db, steering: Steering) {
  return cancel(db, steering);
}
