import { Link } from "@remix-run/react";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ChairHide } from "./chair-hide";
import { SaidFile } from "./files-item";
import { Glossed } from "./glossed";
import { MachineTranslation } from "./machine-translation";
import type { Contribution } from "./room";
import { TranslateForm } from "./translate-form";
import { useWho } from "./use-who";

export type Acts = {
  roundtableId: string;
  /** The session takes words on this item. */
  mayAnswer: boolean;
  mayTranslate: boolean;
  /** There is a machine that may be asked. */
  hasTranslator: boolean;
  /** The reader chairs, and the session is not over. */
  mayHide: boolean;
  translating: string | null;
  onAnswer: (id: string) => void;
  onTranslate: (id: string | null) => void;
};
type Props = { contribution: Contribution; acts: Acts; isNew: boolean };

/** Something that was said, as whom its writer chose, with what others put beside it. */
export function ContributionItem({ contribution, acts, isNew }: Props) {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const who = useWho();
  const { id, kind, item, text, hidden, settlement, translations, parentId } = contribution;
  const { roundtableId, mayAnswer, mayTranslate, mayHide, translating, onAnswer, onTranslate } = acts;
  const isUntranslated = translations.length === 0;
  const isOfMachine = translations.some(({ by }) => by === null);
  const langOf = (of: "es" | "en" | null) => (of && of !== language ? localeOf(of) : undefined);
  const inPlace = (act: () => void) => (event: MouseEvent) => {
    event.preventDefault();
    act();
  };
  const asked = { item: String(item) };
  return (
    <article
      className="said"
      id={paths.saidAnchor(id)}
      data-contribution={id}
      data-new={isNew || undefined}
      aria-label={t("said.label", { who: who(contribution) })}
    >
      <p className="said-by">
        <span className="said-who" data-mode={contribution.mode}>
          {who(contribution)}
        </span>
        {kind === "question" && (
          <span className="said-kind">{t(settlement ? `question.${settlement}` : "question.asked")}</span>
        )}
        {isNew && <span className="said-new">{t("said.new")}</span>}
      </p>
      {hidden && (
        <p className="said-hidden">
          {t("hidden", { reason: t(`hiding.${hidden.reason}`) })} {hidden.note}
        </p>
      )}
      {text !== null && (
        <p className="words" lang={langOf(contribution.language)}>
          <Glossed text={text} />
        </p>
      )}
      {contribution.file && <SaidFile id={id} file={contribution.file} />}
      {translations.map((one) => (
        <div key={one.language} className="said-translation">
          <p className="label">
            {one.by === null
              ? t(`translation.byMachine.${one.language}`)
              : t(`translation.by.${one.language}`, { by: one.by })}
          </p>
          <p className="words" lang={langOf(one.language)}>
            <Glossed text={one.text} />
          </p>
        </div>
      ))}
      {!hidden && (mayAnswer || mayTranslate) && (
        <div className="said-acts">
          {mayAnswer && parentId === null && (
            <Link
              to={`${paths.room(language, roundtableId, { ...asked, answer: id })}#composer`}
              aria-label={t("said.answerTo", { who: who(contribution) })}
              onClick={inPlace(() => onAnswer(id))}
            >
              {t("said.answer")}
            </Link>
          )}
          {mayTranslate && text !== null && (isUntranslated || isOfMachine) && translating !== id && (
            <Link
              to={`${paths.room(language, roundtableId, { ...asked, translate: id })}#${paths.saidAnchor(id)}`}
              aria-label={t(isOfMachine ? "translation.betterOf" : "said.translateOf", {
                who: who(contribution),
              })}
              onClick={inPlace(() => onTranslate(id))}
            >
              {isOfMachine
                ? t("translation.better")
                : t(contribution.language === "es" ? "said.toEnglish" : "said.toSpanish")}
            </Link>
          )}
          {mayTranslate && acts.hasTranslator && text !== null && isUntranslated && translating !== id && (
            <MachineTranslation
              roundtableId={roundtableId}
              contribution={contribution}
              who={who(contribution)}
            />
          )}
          {mayHide && <ChairHide roundtableId={roundtableId} contributionId={id} item={item} />}
        </div>
      )}
      {text !== null && mayTranslate && translating === id && (
        <TranslateForm
          roundtableId={roundtableId}
          contribution={contribution}
          onClose={() => onTranslate(null)}
        />
      )}
    </article>
  );
}
