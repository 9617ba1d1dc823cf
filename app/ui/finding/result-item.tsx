import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Passage, SearchItem } from "~/domain/search/search.server";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { DocumentDay } from "~/ui/mark/document-day";
import { StatusMark } from "~/ui/mark/status-mark";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { Marked } from "./marked";

/** One advisory in a list; with a question, the passages that answer it. */
export function ResultItem({ item, level = 2 }: { item: SearchItem; level?: 2 | 3 }) {
  const { t } = useTranslation("reading");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const address = paths.advisory(language, item.number);
  const Title = level === 2 ? "h2" : "h3";
  return (
    <article className="result">
      <p className="overline">
        <span>{term(`type.${item.type}`)}</span>
        <span className="number">{item.number}</span>
        <span>
          {formatList(
            language,
            item.issuers.map(({ shortName }) => shortName),
          )}
        </span>
        <DocumentDay value={item.date} />
      </p>
      <Title>
        <Link to={address}>
          <Marked segments={item.title} language={item.language} />
        </Link>
      </Title>
      {(item.status !== "published" || item.tlp !== "CLEAR" || item.language !== language) && (
        <p className="result-marks">
          {item.status !== "published" && <StatusMark status={item.status} />}
          {item.tlp !== "CLEAR" && <TlpMark label={item.tlp} />}
          {item.language !== language && (
            <span className="aside">{t("list.onlyIn", { language: term(`in.${item.language}`) })}</span>
          )}
        </p>
      )}
      {item.summary.length > 0 && (
        <p className="result-summary">
          <Marked segments={item.summary} language={item.language} />
        </p>
      )}
      {item.passages.length > 0 && (
        <ul className="passages">
          {item.passages.map((passage) => (
            <li key={passage.id}>
              {passage.kind === "question" && <span className="label">{t("list.asked")}</span>}{" "}
              <Link to={`${address}#${anchorOf(passage, item.number)}`} className="passage-name">
                {passage.kind === "red-flag" ? (
                  <span className="number">{shortId(passage.id, item.number)}</span>
                ) : (
                  <Marked segments={passage.heading} language={passage.language} />
                )}
              </Link>{" "}
              {passage.tlp !== item.tlp && <TlpMark label={passage.tlp} />}
              <Marked segments={passage.text} language={passage.language} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

const shortId = (id: string, number: string) =>
  id.startsWith(`${number}#`) ? id.slice(number.length + 1) : id;

/** Where the passage stands on the advisory's page: at home `RF-07`, elsewhere with its home's number before it. */
function anchorOf({ kind, id }: Passage, number: string) {
  if (kind === "question") return paths.answerAnchor(id);
  return kind === "red-flag" ? shortId(id, number).replace("#", "-") : id;
}
