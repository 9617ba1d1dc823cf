import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RedFlagReading } from "~/domain/advisories/reading";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Facts } from "~/ui/table/facts";
import { formatTerms } from "~/ui/text/format-terms";
import { Prose } from "~/ui/text/prose";
import { RedFlagLink } from "./red-flag";

/** What is known about a red flag, in the outer margin. */
export function RedFlagNotes({ flag, number }: { flag: RedFlagReading; number: string }) {
  const { t } = useTranslation("reading");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const facts = [
    flag.observableAt.length > 0 && {
      name: t("flags.observableAt"),
      value: formatTerms(
        language,
        flag.observableAt.map((point) => term(`observableAt.${point}`)),
      ),
    },
    flag.strength && { name: t("flags.strength"), value: term(`strength.${flag.strength}`) },
    flag.dataNeeded && { name: t("flags.dataNeeded"), value: <Prose small body={flag.dataNeeded} /> },
    flag.combinesWith.length > 0 && {
      name: t("flags.combinesWith"),
      value: (
        <>
          {flag.combinesWith.map((id) => (
            <RedFlagLink key={id} id={id} from={number} />
          ))}
        </>
      ),
    },
    flag.amltrix.length > 0 && {
      name: t("flags.amltrix"),
      value: (
        <>
          {flag.amltrix.map((id) => (
            <a key={id} className="in-line" href={paths.amltrixTechnique(id)} rel="noopener">
              {id}
            </a>
          ))}
        </>
      ),
    },
    flag.sourceCode !== "" && { name: t("flags.sourceCode"), value: flag.sourceCode },
    flag.home !== null && {
      name: t("flags.from"),
      value: <Link to={paths.redFlag(language, flag.home, flag.n)}>{flag.publicId}</Link>,
    },
  ];
  if (!facts.some(Boolean)) return null;
  return (
    <div className="notes flag-notes">
      <Facts facts={facts} />
    </div>
  );
}
