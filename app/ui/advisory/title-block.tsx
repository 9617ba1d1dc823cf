import { useTranslation } from "react-i18next";
import type { AdvisoryReading } from "~/domain/advisories/reading";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { DocumentDay } from "~/ui/mark/document-day";
import { StatusMark } from "~/ui/mark/status-mark";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { SaidText } from "~/ui/text/said";

const order = ["lead", "joint", "in-coordination"] as const;

export function TitleBlock({ advisory }: { advisory: AdvisoryReading }) {
  const { t } = useTranslation("reading");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const published = { value: advisory.publishedAt.slice(0, 10), precision: "day" as const };
  const day = advisory.date ?? (advisory.origin === "native" ? published : null);
  const isShownAsItStands = advisory.status !== "published" || advisory.version === advisory.currentVersion;
  return (
    <header className="title-block folio" id="top" data-anchor>
      <div className="margin title-marks">
        <TlpMark label={advisory.tlp} />
        {/* The mark of the advisory would call a version in force that no longer is. */}
        {isShownAsItStands && <StatusMark status={advisory.status} />}
      </div>
      <div className="wide">
        <p className="overline">
          <span>{term(`type.${advisory.type}`)}</span>
          <span className="number">{advisory.number}</span>
          <span>{t("advisory.version", { n: advisory.version })}</span>
        </p>
        <SaidText as="h1" said={advisory.title} />
        <p className="byline">
          {order.map((role) => {
            const names = advisory.issuers.filter((one) => one.role === role).map((one) => one.shortName);
            if (names.length === 0) return null;
            const alone = role === "lead" && advisory.issuers.length === 1;
            return (
              <span key={role}>
                {!alone && <span className="byline-role">{term(`role.${role}`)}</span>}{" "}
                {formatList(language, names)}
              </span>
            );
          })}
          <DocumentDay value={day?.value ?? null} precision={day?.precision} />
        </p>
        {advisory.aliases.length > 0 && (
          <p className="aliases">
            {t("advisory.alsoKnown", { numbers: formatList(language, advisory.aliases) })}
          </p>
        )}
      </div>
    </header>
  );
}
