import { forgetAnswers as forget } from "~/domain/requests/forget-answers.server";
import type { Db } from "~db/client.server";

/** Every ten minutes: the kept answers whose day is over. */
export const forgetAnswers = {
  name: "forget-answers",
  everyMs: 600_000,
  run: (db: Db, at: Date) => forget(db, { at }),
};
