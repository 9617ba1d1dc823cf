import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { sessionAsPdf } from "~/domain/exports/minutes-pdf.server";
import { takeRecord } from "~/domain/minutes/take-record.server";
import { download } from "~/http/api/download";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { refuseFile } from "~/http/outcomes";
import { recordAsCopy } from "~/http/record-words.server";
import { toRecord } from "~/http/roundtables.server";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export const loader = toRecord;

/** A copy is taken, not read: a GET would write the log by a prefetch. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const by = await requireMember(request);
  const language = requireLanguage(params);
  const roundtableId = requireId(params.id);
  const taken = await takeRecord(db, {
    roundtableId,
    keys: await secretKeys(),
    by,
    at: now(),
  });
  if (!taken.ok) return refuseFile(context, taken, paths.roundtableRecord(language, roundtableId));
  const pdf = sessionAsPdf(recordAsCopy(taken.value, language, by.timeZone), language);
  return download({ name: "record.pdf", mediaType: "application/pdf" }, pdf);
}
