import type { Language } from "~/domain/advisories/advisory.form";
import type { Occasion } from "~/domain/calendar/occasion";
import { env } from "~/env.server";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";

/** What an entry of a calendar is called, and where it leads. */
export function wordsOf(language: Language, { kind, about, number, cancelled }: Occasion) {
  const { t } = i18nOf(language);
  const path = !about
    ? paths.application(language)
    : "page" in about
      ? paths.today(language)
      : "draftId" in about
        ? paths.draft(language, about.draftId)
        : "boardId" in about
          ? paths.myRedFlags(language)
          : "roundId" in about
            ? paths.round(language, about.roundId)
            : paths.organisation(language, about.organisationId);
  return {
    title: number
      ? t("calendar:kind.publicationOf", { number })
      : t(`calendar:kind.${cancelled ? "sessionCancelled" : kind}`),
    text: t(`calendar:text.${kind}`),
    path,
    url: env().origin + path,
  };
}
