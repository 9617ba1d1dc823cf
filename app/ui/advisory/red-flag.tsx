import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Tlp } from "~/domain/advisories/advisory.form";
import type { RedFlagReading, SubPointReading } from "~/domain/advisories/reading";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RedFlagStateMark } from "~/ui/mark/red-flag-state-mark";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { CopyButton } from "~/ui/text/copy-button";
import { Prose } from "~/ui/text/prose";
import { SaidText } from "~/ui/text/said";
import { RedFlagNotes } from "./red-flag-notes";

type Props = {
  flag: RedFlagReading;
  /** Number of the advisory on whose page it stands. */
  number: string;
  /** The document's own marking; a flag shows its mark only where it differs. */
  tlp: Tlp;
  /** Under the heading of a group. */
  grouped: boolean;
  /** Not on its advisory's own page: its id leads there. */
  elsewhere?: boolean;
  below?: ReactNode;
};

/** A numbered paragraph: its id in the margin, the text, what is known about it beside. */
export function RedFlag({ flag, number, tlp, grouped, elsewhere = false, below }: Props) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  const label = `RF-${String(flag.n).padStart(2, "0")}`;
  const home = flag.home ?? number;
  const anchor = elsewhere ? flag.publicId.replace("#", "-") : flag.anchor;
  const address = elsewhere ? paths.redFlag(language, home, flag.n) : `#${flag.anchor}`;
  return (
    <li
      className="flag folio"
      id={anchor}
      data-anchor
      data-state={flag.state}
      data-observable={flag.observableAt.join(" ")}
      data-strength={flag.strength ?? ""}
    >
      <div className="margin flag-margin">
        <a className="flag-id number" href={address} aria-label={t("flags.address", { id: flag.publicId })}>
          {label}
        </a>
        <span className="flag-acts no-print">
          <CopyButton name={t("flags.copyId")} text={() => flag.publicId} />
          <CopyButton
            name={t("flags.copyAddress")}
            text={() => new URL(address, window.location.href).href}
          />
          <Link
            to={paths.redFlagHistory(language, home, flag.n)}
            aria-label={t("flags.historyOf", { id: flag.publicId })}
          >
            {t("flags.history")}
          </Link>
        </span>
      </div>
      <div className="text flag-text">
        {(flag.state !== "active" || flag.tlp !== tlp) && (
          <p className="flag-marks">
            {flag.state !== "active" && <RedFlagStateMark state={flag.state} />}
            {flag.tlp !== tlp && <TlpMark label={flag.tlp} />}
          </p>
        )}
        {flag.changeNote && (
          <p className="flag-change">
            <SaidText said={flag.changeNote} />{" "}
            {flag.mergedInto && (
              <RedFlagLink id={flag.mergedInto}>{t("flags.mergedInto", { id: flag.mergedInto })}</RedFlagLink>
            )}
          </p>
        )}
        {flag.heading && <SaidText as={grouped ? "h4" : "h3"} said={flag.heading} />}
        <Prose body={flag.body} />
        <SubPoints points={flag.sub} />
        {flag.suggestedControl && (
          <div className="flag-note">
            <p className="label">{t("flags.suggestedControl")}</p>
            <Prose small body={flag.suggestedControl} />
          </div>
        )}
        {flag.falsePositiveNote && (
          <div className="flag-note">
            <p className="label">{t("flags.falsePositiveNote")}</p>
            <Prose small body={flag.falsePositiveNote} />
          </div>
        )}
        {flag.footnotes.length > 0 && (
          <ol className="flag-footnotes" aria-label={t("flags.footnotes")}>
            {flag.footnotes.map(({ id, body }) => (
              <li key={id}>
                <Prose small body={body} />
              </li>
            ))}
          </ol>
        )}
        {below}
      </div>
      <RedFlagNotes flag={flag} number={number} />
    </li>
  );
}

function SubPoints({ points }: { points: SubPointReading[] }) {
  if (points.length === 0) return null;
  return (
    <ul className="sub-points">
      {points.map(({ id, body, sub }) => (
        <li key={id}>
          <Prose body={body} />
          <SubPoints points={sub} />
        </li>
      ))}
    </ul>
  );
}

type LinkProps = { id: string; from?: string; children?: ReactNode };

/** A red flag by its public id, `FIN-2026-A001#RF-07`; on its own advisory's page (`from`) by the short one. */
export function RedFlagLink({ id, from, children }: LinkProps) {
  const language = useLanguage();
  const [number = id, n = ""] = id.split("#RF-");
  return (
    <Link className="in-line" to={paths.redFlag(language, number, Number(n))}>
      {children ?? (number === from ? `RF-${n}` : id)}
    </Link>
  );
}
