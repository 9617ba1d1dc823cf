import { useTranslation } from "react-i18next";
import type { TranslationState } from "~/domain/advisories/advisory.form";
import { localeOf, otherLanguage } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { Notice } from "~/ui/notice/notice";

type Props = { state: TranslationState; original: string };

/** What the reader is reading when it is not an original. `original` is the address of the text it stands for. */
export function TranslationNotice({ state, original }: Props) {
  const { t } = useTranslation("reading");
  const other = otherLanguage(useLanguage());
  if (state === "original") return null;
  const sound = state === "certified" || state === "human-reviewed";
  return (
    <Notice tone={sound ? "plain" : "caution"} heading={t(`translation.${state}`)}>
      <p>
        {t(`translation.${state}Lead`)}{" "}
        <a href={original} hrefLang={localeOf(other)}>
          {t("translation.readOriginal")}
        </a>
      </p>
    </Notice>
  );
}
