import { takeFile } from "~/domain/contributions/take-file.server";
import { copyAction } from "~/http/copy.server";
import { toSession } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export const loader = toSession;

export const action = copyAction(
  (taking, contributionId) => takeFile(db, { ...taking, contributionId }),
  paths.room,
);
