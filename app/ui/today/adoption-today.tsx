import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Progress } from "~/domain/adoption/adoption";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { DueWords } from "~/ui/adoption/own-items-page";
import { NewWords } from "~/ui/adoption/progress-words";

export type AdoptionWork = {
  today: string;
  own: { number: string; publicId: string; dueOn: string | null }[];
  more: boolean;
  /** Boards on which something changed, or whose advisory has a version that nobody acknowledged. */
  news: { number: string; progress: Progress }[];
};

/** What waits on the boards of the reader's institution. */
export function AdoptionToday({ work: { today, own, more, news } }: { work: AdoptionWork }) {
  const { t } = useTranslation("today");
  const language = useLanguage();
  return (
    <>
      {own.length > 0 && (
        <section className="waiting adoption" aria-labelledby="own-red-flags">
          <h2 id="own-red-flags">{t("adoption.title")}</h2>
          <ul className="today-list">
            {own.map(({ number, publicId, dueOn }) => (
              <li key={number + publicId}>
                <Link to={paths.boardItem(language, number, publicId)}>{publicId}</Link>
                <span className="aside">
                  <DueWords dueOn={dueOn} today={today} />
                </span>
              </li>
            ))}
          </ul>
          {more && (
            <p className="home-more">
              <Link to={paths.myRedFlags(language)}>{t("adoption.all")}</Link>
            </p>
          )}
        </section>
      )}
      {news.length > 0 && (
        <section className="waiting adoption" aria-labelledby="board-news">
          <h2 id="board-news">{t("adoption.news")}</h2>
          <ul className="today-list">
            {news.map(({ number, progress }) => (
              <li key={number}>
                <Link to={paths.board(language, number)}>{number}</Link>
                <span className="aside">
                  <NewWords progress={progress} />
                </span>
              </li>
            ))}
          </ul>
          <p className="home-more">
            <Link to={paths.boards(language)}>{t("adoption.boards")}</Link>
          </p>
        </section>
      )}
    </>
  );
}
