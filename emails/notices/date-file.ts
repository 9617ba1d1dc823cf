import { asCalendarFile } from "~/domain/calendar/calendar-file.server";
import { sessionOccasion } from "~/domain/calendar/session-occasion";
import type { Attachment } from "~/domain/digests/mail";
import type { TakenNotice } from "~/domain/notices/notice";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import type { Address } from "./letter-of";

/** The date of a letter as a file for the reader's calendar: when, and where to look; neither what, where nor with whom (decision 448). */
export function dateFile({ recipient, facts }: TakenNotice, { origin, organiser }: Address): Attachment[] {
  const { date } = facts;
  if (!date) return [];
  const { language } = recipient;
  const { t } = i18nOf(language);
  const cancelled = !date.isOn;
  const method = cancelled ? "cancel" : "publish";
  const content = asCalendarFile({
    occasions: [
      sessionOccasion({
        roundtableId: date.roundtableId,
        startsAt: new Date(date.startsAt),
        endsAt: new Date(date.endsAt),
        changedAt: new Date(date.changedAt),
        cancelled,
      }),
    ],
    words: {
      of: () => ({
        title: t(`calendar:mailed.${cancelled ? "sessionCancelled" : "session"}`),
        text: t("calendar:text.session"),
        url: origin + paths.today(language),
      }),
    },
    method,
    organiser,
    language,
    host: new URL(origin).hostname,
  });
  const contentType = `text/calendar; charset=utf-8; method=${method.toUpperCase()}`;
  return [{ filename: "ribera.ics", contentType, content }];
}
