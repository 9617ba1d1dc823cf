import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { EarlySignal } from "~/domain/releases/early-signals.server";
import { formatDate, formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/notice/empty-state";
import { Facts } from "~/ui/table/facts";
import { SignalShifts } from "./signal-shifts";
import { useFigureWords } from "./use-figure-words";

/** As it comes through the wire. */
type Round = Omit<EarlySignal["before"], "closesAt"> & { closesAt: Date | string };
type Signal = Omit<EarlySignal, "before" | "after"> & { before: Round; after: Round };
type Props = {
  signals: Signal[];
  compared: number;
  unmade: number;
  errorRate: number;
  /** Answers below which nothing is compared. */
  least: number;
  timeZone: string;
};

/** What moved more than chance from one round to the next, and how that is known. */
export function SignalList({ signals, compared, unmade, errorRate, least, timeZone }: Props) {
  const { t } = useTranslation("releases");
  const language = useLanguage();
  const { asks, number, share } = useFigureWords();
  const why = compared === 0 ? "nothing" : unmade === compared ? "withheld" : "quiet";
  return (
    <article className="releases">
      <p className="overline">
        <Link to={paths.releases(language)}>{t("overline")}</Link>
      </p>
      <h1>{t("signals.title")}</h1>
      <p className="lead">{t("signals.lead")}</p>
      {signals.length === 0 && (
        <EmptyState heading={t(`signals.none.${why}`)}>
          <p>{t(`signals.none.${why}Next`)}</p>
        </EmptyState>
      )}
      {compared > 0 && (
        <p className="quiet">
          {t("signals.looked", { count: compared })} {unmade > 0 && t("signals.unmade", { count: unmade })}
        </p>
      )}
      {signals.map((signal) => (
        <OneSignal
          key={`${signal.before.id} ${signal.after.id} ${JSON.stringify(signal.about)}`}
          signal={signal}
          timeZone={timeZone}
        />
      ))}
      <section>
        <h2>{t("signals.how")}</h2>
        <p>{t("signals.test", { question: asks("seen"), least: number(least) })}</p>
        <p>{t("signals.rate", { rate: share(errorRate) })}</p>
        <p>{t("signals.shared")}</p>
        <p>{t("signals.caution")}</p>
      </section>
    </article>
  );
}

function OneSignal({ signal, timeZone }: { signal: Signal; timeZone: string }) {
  const { t } = useTranslation("releases");
  const language = useLanguage();
  const { about, before, after, p } = signal;
  const round = ({ id, title, closesAt }: Round) => (
    <>
      <Link to={paths.release(language, id)}>{title[language] || title.es || title.en}</Link>
      {", "}
      {t("signals.closed", { day: formatDate(language, closesAt, timeZone) })}
    </>
  );
  return (
    <section className="question-figures">
      <h2>
        {about.kind === "typology" ? (
          <Link to={paths.typology(language, about.code)}>
            {t("signals.typology", { name: about.name[language] || about.name.es })}
          </Link>
        ) : (
          <Link to={paths.releaseFlag(language, after.id, about.publicId)}>{about.publicId}</Link>
        )}
      </h2>
      {about.kind === "red-flag" && about.text && <p>{about.text[language] || about.text.es}</p>}
      <SignalShifts signal={signal} />
      <Facts
        across
        facts={[
          { name: t("list.authority"), value: after.authority },
          { name: t("signals.from"), value: round(before) },
          { name: t("signals.to"), value: round(after) },
          {
            name: t("signals.p"),
            value:
              p < 0.0001
                ? t("signals.pUnder", { p: formatNumber(language, 0.0001, { maximumFractionDigits: 4 }) })
                : formatNumber(language, p, { maximumSignificantDigits: 2 }),
          },
        ]}
      />
    </section>
  );
}
