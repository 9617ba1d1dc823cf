import type { Db } from "~db/client.server";
import { type Steering, steerRun } from "./steer-run.server";

const resume = steerRun("resume");

export function resumeDigestRun(db: Db, steering: Steering) {
  return resume(db, steering);
}
