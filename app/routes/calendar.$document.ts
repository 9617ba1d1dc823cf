import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { listOccasions } from "~/domain/calendar/calendar.server";
import { asCalendarFile } from "~/domain/calendar/calendar-file.server";
import { env } from "~/env.server";
import { wordsOf } from "~/http/calendar-words.server";
import { privateFile, requireAddressReader } from "~/http/secret-addresses.server";
import { i18nOf } from "~/i18n/i18n.server";
import { db } from "~db/client.server";

/** `/calendar/{token}.ics`: the dates of the member whose secret this is, in their language. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const at = now();
  const [, token = ""] = /^([\w-]{43})\.ics$/.exec(params.document ?? "") ?? [];
  const by = await requireAddressReader({ kind: "calendar", token, context, at });
  const { language } = by;
  const file = asCalendarFile({
    occasions: await listOccasions(db, by, { at }),
    words: { of: (occasion) => wordsOf(language, occasion) },
    method: "publish",
    name: i18nOf(language).t("calendar:fileName"),
    language,
    host: new URL(env().origin).hostname,
  });
  return new Response(file, { headers: privateFile("text/calendar", language) });
}
