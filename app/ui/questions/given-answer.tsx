import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import { formatDay } from "~/i18n/format";
import { localeOf, otherLanguage } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { Notice } from "~/ui/notice/notice";

export type Given = {
  n: number;
  addressee: "asker" | "everyone";
  question: Text | null;
  answer: Text;
  correction: Text | null;
  releasedOn: string;
  withdrawnOn: string | null;
  withdrawalReason: Text | null;
};

/** An answer as it was given, in the reader's language and then in the other. */
export function GivenAnswer({ given }: { given: Given }) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const day = formatDay(language, given.releasedOn);
  return (
    <div className="given-answer">
      <p className="quiet">
        {given.n > 1 ? t("answer.version", { n: given.n, day }) : t("answer.given", { day })} ·{" "}
        {t(given.addressee === "everyone" ? "answer.toAll" : "answer.toAsker")}
      </p>
      {given.withdrawnOn && (
        <Notice tone="stopped">
          <p>{t("answer.withdrawnOn", { day: formatDay(language, given.withdrawnOn) })}</p>
          {given.withdrawalReason && (
            <p>{t("answer.reason", { reason: given.withdrawalReason[language] })}</p>
          )}
        </Notice>
      )}
      {[language, otherLanguage(language)].map((one) => (
        <div key={one} lang={localeOf(one)} className="given-words">
          {given.question && <p className="given-question">{given.question[one]}</p>}
          <p className="words">{given.answer[one]}</p>
          {given.correction && (
            <p className="quiet">{t("answer.corrects", { what: given.correction[one] })}</p>
          )}
        </div>
      ))}
    </div>
  );
}
