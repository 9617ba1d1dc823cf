import { useTranslation } from "react-i18next";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import type { Contribution } from "./room";
import { useWho } from "./use-who";

/** Something that was said, as whom its writer chose, with what others put beside it. */
export function ContributionItem({ contribution }: { contribution: Contribution }) {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const who = useWho();
  const { id, kind, text, hidden, settlement, translations } = contribution;
  const langOf = (of: "es" | "en" | null) => (of && of !== language ? localeOf(of) : undefined);
  return (
    <article className="said" id={paths.saidAnchor(id)} data-mode={contribution.mode}>
      <p className="said-by">
        <span className="said-who">{who(contribution)}</span>
        {kind === "question" && (
          <span className="said-kind">{t(settlement ? `question.${settlement}` : "question.asked")}</span>
        )}
      </p>
      {hidden && (
        <p className="said-hidden">
          {t("hidden", { reason: t(`hiding.${hidden.reason}`) })}
          {hidden.note !== "" && <> {hidden.note}</>}
        </p>
      )}
      {text !== null && (
        <p className="words" lang={langOf(contribution.language)}>
          {text}
        </p>
      )}
      {translations.map((one) => (
        <div key={one.language} className="said-translation">
          <p className="label">{t(`translation.by.${one.language}`, { by: one.by })}</p>
          <p className="words" lang={langOf(one.language)}>
            {one.text}
          </p>
        </div>
      ))}
    </article>
  );
}
