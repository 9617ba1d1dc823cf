import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RedFlag, Tlp } from "~/domain/advisories/advisory.form";
import type { Said } from "~/domain/advisories/reading";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { type Change, WordDiff } from "~/ui/diff/word-diff";
import { RedFlagStateMark } from "~/ui/mark/red-flag-state-mark";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { SaidText } from "~/ui/text/said";
import { Caveat } from "./caveat";

export type PrintingReading = {
  version: number;
  publishedAt: string;
  state: RedFlag["state"];
  tlp: Tlp;
  note: Said | null;
  lang: string;
  /** Against the printing before; the first is all one piece. */
  changes: Change[];
};

type Props = {
  publicId: string;
  number: string;
  n: number;
  title: Said | null;
  currentVersion: number;
  /** Newest first. */
  printings: PrintingReading[];
  alsoIn: string[];
};

export function RedFlagHistory({ publicId, number, n, title, currentVersion, printings, alsoIn }: Props) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  return (
    <article className="advisory">
      <header className="title-block folio">
        <div className="wide">
          <p className="overline">
            <Link to={paths.advisory(language, number)}>{number}</Link>
            <SaidText said={title} />
          </p>
          <h1>{t("flagHistory.title", { id: publicId })}</h1>
          <p className="page-lead">{t("flagHistory.lead")}</p>
        </div>
      </header>
      <div className="folio advisory-body">
        <div className="text">
          <Caveat />
          <p>
            <Link to={paths.redFlag(language, number, n)}>{t("flagHistory.toFlag")}</Link>
          </p>
          {alsoIn.length > 0 && (
            <p>
              {t("flagHistory.alsoIn")}{" "}
              {alsoIn.map((other) => (
                <Link key={other} className="in-line" to={paths.advisory(language, other)}>
                  {other}
                </Link>
              ))}
            </p>
          )}
        </div>
      </div>
      <ol className="flag-list">
        {printings.map((printing, i) => (
          <li key={printing.version} className="flag folio" id={`v-${printing.version}`} data-anchor>
            <div className="margin">
              <Link
                className="flag-id"
                to={
                  printing.version === currentVersion
                    ? paths.advisory(language, number)
                    : paths.version(language, number, printing.version)
                }
              >
                {t("flagHistory.inVersion", { n: printing.version })}
              </Link>
              <p className="aside">
                <time dateTime={printing.publishedAt}>
                  {formatDate(language, printing.publishedAt, "UTC")}
                </time>
              </p>
            </div>
            <div className="text">
              <p className="flag-marks">
                <RedFlagStateMark state={printing.state} />
                <TlpMark label={printing.tlp} />
              </p>
              {printing.note && (
                <p className="flag-change">
                  <SaidText said={printing.note} />
                </p>
              )}
              {i < printings.length - 1 && printing.changes.every(({ kind }) => kind === "same") && (
                <p className="aside">{t("flagHistory.unchanged")}</p>
              )}
              {i === printings.length - 1 && <p className="aside">{t("flagHistory.first")}</p>}
              <WordDiff changes={printing.changes} lang={printing.lang} />
            </div>
          </li>
        ))}
      </ol>
    </article>
  );
}
