import { useTranslation } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";
import type { LessonReading } from "~/domain/advisories/reading";
import { formatDay, formatNumber } from "~/i18n/format";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { Facts } from "~/ui/table/facts";
import { Prose } from "~/ui/text/prose";
import { SaidText } from "~/ui/text/said";

/** An enforcement lesson's own figures: who, under which order, how much, and what failed. */
export function LessonBlock({ lesson }: { lesson: LessonReading }) {
  const { t } = useTranslation("reading");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const { from, to } = lesson.period;
  const words = [from, to].filter(Boolean).map((value) => formatDay(language, value));
  return (
    <section className="passage" id="lesson" data-anchor>
      <h2>{t("lesson.title")}</h2>
      <Facts
        across
        facts={[
          lesson.institutions.length > 0 && {
            name: t("lesson.institutions"),
            value: lesson.institutions.map(({ id, name, lei, bic }) => (
              <span key={id} className="institution">
                <strong>{name}</strong>
                {lei && (
                  <span>
                    {t("lesson.lei")} <samp>{lei}</samp>
                  </span>
                )}
                {bic && (
                  <span>
                    {t("lesson.bic")} <samp>{bic}</samp>
                  </span>
                )}
              </span>
            )),
          },
          lesson.amount !== "" && {
            name: t("lesson.amount"),
            value: <Amount amount={lesson.amount} currency={lesson.currency} />,
          },
          lesson.orderNumber !== "" && { name: t("lesson.orderNumber"), value: lesson.orderNumber },
          words.length > 0 && {
            name: t("lesson.period"),
            value: words.length === 2 ? t("lesson.periodRange", { from: words[0], to: words[1] }) : words[0],
          },
        ]}
      />
      {lesson.scale.length > 0 && (
        <>
          <h3>{t("lesson.scale")}</h3>
          <dl className="scale">
            {lesson.scale.map(({ id, label, value }) => (
              <div key={id}>
                <dt>
                  <SaidText said={label} />
                </dt>
                <dd className="figure">{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {lesson.failures.length > 0 && (
        <>
          <h3>{t("lesson.failures")}</h3>
          <ul className="failures">
            {lesson.failures.map(({ code, note }) => (
              <li key={code}>
                <strong>{term(`failure.${code}`)}</strong>
                <Prose body={note} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The exact figure, and from a million on the words: a billion here is a thousand millions there. */
function Amount({ amount, currency }: { amount: string; currency: string }) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  const value = Number(amount);
  if (currency === "") return <span className="figure">{formatNumber(language, value)}</span>;
  const exact = formatNumber(language, value, {
    style: "currency",
    currency,
    currencyDisplay: "code",
    trailingZeroDisplay: "stripIfInteger",
  });
  return (
    <>
      <span className="figure">{exact}</span>
      {value >= 1_000_000 && (
        <span className="aside">
          {t("lesson.millions", {
            amount: formatNumber(language, value / 1_000_000, { maximumFractionDigits: 3 }),
            currency: currencyWords(language, value, currency),
          })}
        </span>
      )}
    </>
  );
}

/** "dólares estadounidenses", in the plural that the figure asks for. */
function currencyWords(language: Language, value: number, currency: string) {
  const parts = new Intl.NumberFormat(localeOf(language), {
    style: "currency",
    currency,
    currencyDisplay: "name",
  }).formatToParts(value);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}
