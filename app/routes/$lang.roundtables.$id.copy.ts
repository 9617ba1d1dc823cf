import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { minutesAsPdf } from "~/domain/exports/minutes-pdf.server";
import { takeMinutes } from "~/domain/minutes/take-minutes.server";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { minutesWords } from "~/http/minutes-words.server";
import { refuseFile } from "~/http/outcomes";
import { toMinutes } from "~/http/roundtables.server";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export const loader = toMinutes;

/** A copy is taken, not read: a GET would write the log by a prefetch. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const by = await requireMember(request);
  const language = requireLanguage(params);
  const roundtableId = requireId(params.id);
  const taken = await takeMinutes(db, {
    roundtableId,
    keys: await secretKeys(),
    by,
    at: now(),
  });
  if (!taken.ok) return refuseFile(context, taken, paths.roundtableMinutes(language, roundtableId));
  const pdf = minutesAsPdf(taken.value, language, minutesWords(taken.value, language, by.timeZone));
  return new Response(Buffer.from(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'attachment; filename="minutes.pdf"',
      "Cache-Control": "no-store",
    },
  });
}
