import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Comparison } from "~/domain/advisories/comparison";
import { type Said, saidIn } from "~/domain/advisories/reading";
import type { Reply } from "~/domain/replies/replies.server";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Caveat } from "~/ui/advisory/caveat";
import { SaidAndDone } from "~/ui/replies/said-and-done";
import { SaidText } from "~/ui/text/said";
import { ChangeMarks } from "./change-marks";
import { FieldChanges } from "./field-changes";
import { isNote, PieceChanges } from "./piece-changes";

type Side = { n: number; publishedAt: string };
type Props = {
  number: string;
  title: Said | null;
  from: Side;
  to: Side;
  note: Said | null;
  comparison: Comparison;
  unchangedFlags: number;
  /** Every version, newest first. */
  versions: number[];
  /** What was replied to feedback that led to the versions between. */
  cameOf: Reply[];
};

export function ChangesPage(props: Props) {
  const { number, title, from, to, note, comparison, unchangedFlags, versions, cameOf } = props;
  const { t } = useTranslation("reading");
  const language = useLanguage();
  const texts = comparison.pieces.filter(({ path }) => path !== "changeNote");
  const facts = comparison.fields.length + comparison.lists.length > 0;
  const neighbours = versions.slice(0, -1).map((n, i) => ({ from: versions[i + 1] ?? n, to: n }));
  return (
    <article className="advisory changes">
      <header className="title-block folio" id="top" data-anchor>
        <div className="wide">
          <p className="overline">
            <Link to={paths.advisory(language, number)}>{number}</Link>
          </p>
          <h1>{t("changes.title")}</h1>
          <SaidText as="p" said={title} />
          <p className="byline">
            <span>{t("changes.between", { from: from.n, to: to.n })}</span>
            <span className="aside">
              {[from, to].map(({ publishedAt }) => formatDate(language, publishedAt, "UTC")).join(" – ")}
            </span>
          </p>
        </div>
      </header>
      <div className="folio advisory-body">
        <div className="margin">
          {neighbours.length > 1 && (
            <nav className="contents" aria-label={t("changes.versions")}>
              <p className="label">{t("changes.versions")}</p>
              <ul className="contents-entries">
                {neighbours.map((pair) => (
                  <li key={pair.to}>
                    <Link
                      to={paths.changes(language, number, pair.from, pair.to)}
                      aria-current={pair.from === from.n && pair.to === to.n ? "page" : undefined}
                    >
                      {t("changes.pair", { from: pair.from, to: pair.to })}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
        <div className="text">
          {note && (
            <div className="summary">
              <p className="label">{t("changes.note")}</p>
              <SaidText as="p" said={note} />
            </div>
          )}
          <p className="aside">{comparison.same ? t("changes.none") : t("changes.legend")}</p>
        </div>
      </div>
      {cameOf.length > 0 && <SaidAndDone replies={cameOf} led />}
      {texts.length > 0 && (
        <section className="change-part" id="texts" data-anchor>
          <div className="folio">
            <h2 className="wide">{t("changes.texts")}</h2>
            <div className="wide">
              <PieceChanges pieces={texts} />
            </div>
          </div>
        </section>
      )}
      {comparison.sections.length > 0 && (
        <section className="change-part" id="sections" data-anchor>
          <div className="folio">
            <h2 className="wide">{t("changes.sections")}</h2>
          </div>
          {comparison.sections.map((section) => (
            <div key={section.id} className="folio change-item" id={section.id} data-anchor>
              <div className="margin">
                <ChangeMarks item={section} />
              </div>
              <div className="wide">
                <SaidText as="h3" said={saidIn(language, section.heading)} />
                <PieceChanges pieces={section.pieces} isNew={section.before === null} />
                <FieldChanges fields={section.fields} />
              </div>
            </div>
          ))}
        </section>
      )}
      {(comparison.redFlags.length > 0 || unchangedFlags > 0) && (
        <section className="change-part" id="red-flags" data-anchor>
          <div className="folio">
            <div className="wide">
              <h2>{t("changes.flags")}</h2>
              <Caveat />
            </div>
          </div>
          {comparison.redFlags.map((flag) => {
            const label = `RF-${String(flag.n).padStart(2, "0")}`;
            return (
              <div
                key={flag.id}
                className="folio change-item"
                id={flag.home ? `${flag.home}-${label}` : label}
                data-anchor
              >
                <div className="margin">
                  <Link
                    className="flag-id number"
                    to={paths.redFlagHistory(language, flag.home ?? number, flag.n)}
                  >
                    {flag.home ? `${flag.home}#${label}` : label}
                  </Link>
                  <ChangeMarks item={flag} />
                </div>
                <div className="wide">
                  {flag.pieces.every(isNote) && <SaidText as="p" said={saidIn(language, flag.text)} />}
                  <PieceChanges pieces={flag.pieces} isNew={flag.before === null} />
                  <FieldChanges fields={flag.fields} />
                </div>
              </div>
            );
          })}
          {unchangedFlags > 0 && (
            <div className="folio change-item">
              <p className="wide aside">{t("changes.unchangedFlags", { count: unchangedFlags })}</p>
            </div>
          )}
        </section>
      )}
      {facts && (
        <section className="change-part" id="facts" data-anchor>
          <div className="folio">
            <h2 className="wide">{t("changes.facts")}</h2>
            <div className="wide">
              <FieldChanges fields={comparison.fields} lists={comparison.lists} />
            </div>
          </div>
        </section>
      )}
    </article>
  );
}
