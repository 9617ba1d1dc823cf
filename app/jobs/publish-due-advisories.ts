import { publishDue } from "~/domain/drafts/publish-due.server";
import type { Db } from "~db/client.server";

/** Every second: the embargoes that have come. */
export const publishDueAdvisories = {
  name: "publish-due-advisories",
  everyMs: 1000,
  run: (db: Db, at: Date) => publishDue(db, { at }),
};
