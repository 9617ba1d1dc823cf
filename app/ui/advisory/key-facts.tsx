import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AdvisoryReading, Said } from "~/domain/advisories/reading";
import { formatDate, formatDay, insideLine } from "~/i18n/format";
import { otherLanguage } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { usePlaceName } from "~/ui/place/use-place-name";
import { Facts } from "~/ui/table/facts";
import { formatTerms } from "~/ui/text/format-terms";
import { SaidText } from "~/ui/text/said";

export function KeyFacts({ advisory }: { advisory: AdvisoryReading }) {
  const { t } = useTranslation("reading");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const other = otherLanguage(language);
  const { place } = usePlaceName();
  const day = (value: string | null) => value && <time dateTime={value}>{formatDay(language, value)}</time>;
  const instant = (at: string) => <time dateTime={at}>{formatDate(language, at, "UTC")}</time>;
  const said = (items: Said[]) => items.map((item) => <SaidText key={item.text} said={item} />);
  const some = (name: string, values: unknown[], shown: ReactNode[]) =>
    values.length > 0 && { name, value: shown };
  return (
    <Facts
      lined
      facts={[
        some(
          t("advisory.issuers"),
          advisory.issuers,
          advisory.issuers.map(({ shortName, role }) => (
            <>
              {shortName} <span className="aside">{term(`role.${role}`)}</span>
            </>
          )),
        ),
        advisory.date && {
          name: t("advisory.date"),
          value: formatDay(language, advisory.date.value, advisory.date.precision),
        },
        {
          name: t(advisory.origin === "native" ? "advisory.published" : "advisory.added"),
          value: instant(advisory.firstPublishedAt),
        },
        advisory.version > 1 && { name: t("advisory.thisVersion"), value: instant(advisory.publishedAt) },
        some(
          t("advisory.typologies"),
          advisory.typologies,
          advisory.typologies.map(({ code, name }) => (
            <Link key={code} to={paths.typology(language, code)}>
              {name ? <SaidText said={name} /> : code}
            </Link>
          )),
        ),
        {
          name: t("advisory.binding"),
          value: t(advisory.binding ? "advisory.bindingYes" : "advisory.bindingNo"),
        },
        advisory.validFrom !== null && { name: t("advisory.validFrom"), value: day(advisory.validFrom) },
        advisory.reviewBy !== null && { name: t("advisory.reviewBy"), value: day(advisory.reviewBy) },
        some(
          t("advisory.priorities"),
          advisory.priorities,
          advisory.priorities.map((code) => term(`priority.${code}`)),
        ),
        some(t("advisory.predicates"), advisory.predicates, said(advisory.predicates)),
        some(
          t("advisory.corridors"),
          advisory.corridors,
          advisory.corridors.map(({ from, to }) => (
            <span key={`${from} ${to}`}>
              {from === to
                ? t("advisory.within", { place: place(from) })
                : t("advisory.corridor", { from: place(from), to: place(to) })}
            </span>
          )),
        ),
        advisory.sectors.length > 0 && {
          name: t("advisory.sectors"),
          value: formatTerms(
            language,
            advisory.sectors.map((code) => term(`sector.${code}`)),
          ),
        },
        some(t("advisory.products"), advisory.products, said(advisory.products)),
        {
          name: t("advisory.languages"),
          value: [
            `${term(`language.${language}`)}: ${insideLine(language, term(`translation.${advisory.translation.here}`))}`,
            `${term(`language.${other}`)}: ${insideLine(language, term(`translation.${advisory.translation.other}`))}`,
          ],
        },
      ]}
    />
  );
}
