import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { OrganisationRecord } from "~/domain/vetting/organisation-record.server";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Words } from "./application-part";

type Props = Pick<OrganisationRecord, "applications" | "measures"> & { timeZone: string };

/** What was decided, newest first, with each officer's reason. */
export function History({ applications, measures, timeZone }: Props) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const past = [...applications.flatMap(applicationEntry), ...measures.flatMap(measureEntry)].sort(
    (a, b) => new Date(b.at).getTime() - new Date(a.at).getTime(),
  );

  function applicationEntry({ id, outcome, closedAt, decisions }: Props["applications"][number]) {
    if (!outcome || !closedAt) return [];
    const held: ReactNode = <Words decisions={decisions} timeZone={timeZone} />;
    return [{ id, at: closedAt, name: t(`one.outcome.${outcome}`), held }];
  }

  function measureEntry(measure: Props["measures"][number]) {
    const { id, kind, emergencyUntil, confirmedAt, endedAt, ender } = measure;
    const at = confirmedAt ?? endedAt;
    if (!at) return [];
    const name = confirmedAt
      ? t("one.confirmed", { kind: t(`measure.${kind}`) })
      : emergencyUntil
        ? t(ender ? "one.lifted" : "one.lapsed", { kind: t(`emergencyKind.${kind}`) })
        : t("one.withdrawn", { kind: t(`measure.${kind}`) });
    return [{ id, at, name, held: <MeasureWords measure={measure} /> }];
  }

  return (
    <section aria-labelledby="history">
      <h2 id="history">{t("one.history")}</h2>
      {past.length === 0 ? (
        <p className="quiet">{t("one.noHistory")}</p>
      ) : (
        <ol className="vetting-history">
          {past.map(({ id, at, name, held }) => (
            <li key={id}>
              <h3>{name}</h3>
              <p className="quiet">{formatInstant(language, at, timeZone)}</p>
              {held}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function MeasureWords({ measure }: { measure: Props["measures"][number] }) {
  const { t } = useTranslation("vetting");
  const { authority, proposer, reason, language, confirmer, confirmedReason, confirmedLanguage } = measure;
  const by = (name: string | null) => t("one.byOfficer", { name: name ?? t("one.formerOfficer"), authority });
  return (
    <ul className="words">
      <li>
        <p className="by">{by(proposer)}</p>
        <blockquote lang={language}>{reason}</blockquote>
      </li>
      {confirmedReason && (
        <li>
          <p className="by">{by(confirmer)}</p>
          <blockquote lang={confirmedLanguage ?? undefined}>{confirmedReason}</blockquote>
        </li>
      )}
    </ul>
  );
}
