import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Mark, PieceFinding } from "~/domain/parity/parity";
import { localeOf } from "~/i18n/language";

/** How much of the text is shown around a difference. */
const around = 48;

/** Where two texts of a piece do not say the same, with the passages marked in their place. */
export function Differences({ text, findings }: { text: Text; findings: PieceFinding[] }) {
  const { t } = useTranslation("parity");
  if (findings.length === 0) return null;
  return (
    <ul className="differences">
      {findings.map((finding, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings are reckoned anew at every stroke and have no identity
        <li key={i} data-severity={finding.severity}>
          <p className="difference-sentence">
            {/* The kinds of finding are the keys of `parity:finding`; tests/domain/parity proves it. */}
            {t(`finding.${finding.message}` as "finding.missing.es", finding.values)}
          </p>
          <div className="difference-passages">
            <Passages text={text.es} marks={finding.es} lang={localeOf("es")} />
            <Passages text={text.en} marks={finding.en} lang={localeOf("en")} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Passages({ text, marks, lang }: { text: string; marks: Mark[]; lang: string }) {
  if (marks.length === 0) return <p className="passage-none" aria-hidden="true" />;
  return (
    <p lang={lang}>
      {marks.slice(0, 6).map(({ start, end }) => (
        <span key={start} className="passage-cut">
          {start > around && "…"}
          {text.slice(Math.max(0, start - around), start)}
          <mark>{text.slice(start, end)}</mark>
          {text.slice(end, end + around)}
          {end + around < text.length && "…"}
        </span>
      ))}
    </p>
  );
}
