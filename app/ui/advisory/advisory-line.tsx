import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TypologyReading } from "~/domain/typologies/typology-reading.server";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { DocumentDay } from "~/ui/mark/document-day";
import { StatusMark } from "~/ui/mark/status-mark";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { SaidText } from "~/ui/text/said";

/** An advisory in one line of a list: number, title, who and when. */
export function AdvisoryLine({ advisory }: { advisory: TypologyReading["advisories"][number] }) {
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const { number, type, status, date, title, issuers, tlp } = advisory;
  return (
    <li>
      <Link to={paths.advisory(language, number)}>{title ? <SaidText said={title} /> : number}</Link>
      <p className="overline">
        <span>{term(`type.${type}`)}</span>
        <span className="number">{number}</span>
        <span>{formatList(language, issuers)}</span>
        <DocumentDay value={date} />
        {status !== "published" && <StatusMark status={status} />}
        {tlp !== "CLEAR" && <TlpMark label={tlp} />}
      </p>
    </li>
  );
}
