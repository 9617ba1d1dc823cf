import type { Language } from "~/domain/advisories/advisory.form";
import type { MinutesWords } from "~/domain/exports/minutes-pdf.server";
import { formatDate, formatInstantShort } from "~/i18n/format";
import { i18nOf } from "~/i18n/i18n.server";

type Copy = {
  startsAt: Date;
  at: Date;
  approved: boolean;
  chathamHouse: boolean;
  reader: { name: string; organisation: string };
};

/** The words of ours that a copy of the minutes needs. */
export function minutesWords(
  { startsAt, at, approved, chathamHouse, reader }: Copy,
  language: Language,
  timeZone: string,
): MinutesWords {
  const { t } = i18nOf(language);
  const when = formatInstantShort(language, at, timeZone);
  return {
    kicker: t("minutes:title"),
    summary: t("minutes:summary"),
    facts: t(approved ? "minutes:copy.approved" : "minutes:copy.draft", {
      day: formatDate(language, startsAt, timeZone),
    }),
    rule: t(chathamHouse ? "roundtables:agenda.ruleOn" : "roundtables:agenda.ruleOff"),
    reader: t("minutes:copy.reader", { ...reader, when }),
    mark: `${reader.name}\n${reader.organisation}\n${when}`,
  };
}
