import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { findCalendarReader } from "~/domain/auth/find-calendar-reader.server";
import { lookUpSecret } from "~/domain/auth/look-up-secret.server";
import { listOccasions } from "~/domain/calendar/calendar.server";
import { asCalendarFile } from "~/domain/calendar/calendar-file.server";
import { env } from "~/env.server";
import { wordsOf } from "~/http/calendar-words.server";
import { notFound } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { i18nOf } from "~/i18n/i18n.server";
import { db } from "~db/client.server";

/** `/calendar/{token}.ics`: the dates of the member whose secret this is, in their language. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const at = now();
  const [, token = ""] = /^([\w-]{43})\.ics$/.exec(params.document ?? "") ?? [];
  const key = (await secretKeys())("attempts");
  const { address } = context;
  const found = await lookUpSecret(db, { purpose: "calendar", address, key }, () =>
    findCalendarReader(db, { token, at }),
  );
  if (!found.ok && found.reason === "too_many_attempts") {
    return new Response(null, { status: 429, headers: { "Retry-After": "900" } });
  }
  if (!found.ok) throw notFound();

  const { language } = found.value;
  const file = asCalendarFile({
    occasions: await listOccasions(db, found.value, { at }),
    words: {
      name: i18nOf(language).t("calendar:fileName"),
      of: (occasion) => wordsOf(language, occasion),
    },
    language,
    host: new URL(env().origin).hostname,
  });
  return new Response(file, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Language": language,
      "Cache-Control": "private, no-store",
      "X-Robots-Tag": "noindex",
    },
  });
}
