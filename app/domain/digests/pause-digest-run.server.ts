import type { Db } from "~db/client.server";
import { type Steering, steerRun } from "./steer-run.server";

const pause = steerRun("pause");

/** Nothing of that day leaves until it is resumed; the following days' digests of the same members wait with it. */
export function pauseDigestRun(db: Db, steering: Steering) {
  return pause(db, steering);
}
