import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Outcome } from "~/domain/replies/outcomes.server";
import type { Reply } from "~/domain/replies/replies.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/notice/empty-state";
import { OutcomesList } from "./outcomes-list";
import { ToldList } from "./told-list";

type Props = {
  round: { id: string; title: { es: string; en: string }; mode: "unattributed" | "identified" };
  replies: Reply[];
  own: Outcome[];
  /** To those who were asked; staff of the authority have no points of their own. */
  asked: boolean;
};

/** What an authority replied to a round, to those who were asked. */
export function OutcomesPage({ round, replies, own, asked }: Props) {
  const { t } = useTranslation("replies");
  const language = useLanguage();
  return (
    <article className="rounds">
      <p className="overline">
        <Link to={paths.round(language, round.id)}>{round.title[language]}</Link>
      </p>
      <h1>{t("outcomes.title")}</h1>
      {replies.length === 0 ? (
        <EmptyState heading={t("outcomes.nothing")}>
          <p>{t("outcomes.nothingWhy")}</p>
        </EmptyState>
      ) : (
        <ToldList replies={replies} ofOneRound />
      )}
      {asked && round.mode === "identified" && (
        <section aria-labelledby="own">
          <h2 id="own">{t("outcomes.own")}</h2>
          {own.length === 0 ? <p>{t("outcomes.ownNone")}</p> : <OutcomesList outcomes={own} />}
        </section>
      )}
      {asked && round.mode === "unattributed" && (
        <section aria-labelledby="own">
          <h2 id="own">{t("outcomes.receipt")}</h2>
          <p>{t("outcomes.receiptLead")}</p>
          <p>
            <Link to={paths.receipts(language, round.id)}>{t("outcomes.open")}</Link>
          </p>
        </section>
      )}
    </article>
  );
}
