import { useTranslation } from "react-i18next";
import type { AdvisoryReading } from "~/domain/advisories/reading";
import { CopyButton } from "~/ui/text/copy-button";
import { Prose } from "~/ui/text/prose";
import { SaidText } from "~/ui/text/said";

type Filing = AdvisoryReading["filing"];

const asksUs = ({ us }: Filing) => us.keyTerms.length > 0 || us.fields.length > 0;
const asksMx = ({ mx }: Filing) =>
  mx.reportTypes.length > 0 || mx.fields.length > 0 || mx.suggestedWording !== null;
export const hasFiling = (filing: Filing) => asksUs(filing) || asksMx(filing);

/** How to report, each country in its own column: two legal regimes, never one form. */
export function FilingBlock({ filing }: { filing: Filing }) {
  const { t } = useTranslation("reading");
  const { t: term } = useTranslation("terms");
  const { us, mx } = filing;
  return (
    <section className="folio" id="filing" data-anchor>
      <div className="wide">
        <h2>{t("filing.title")}</h2>
        <div className="two-countries">
          {asksUs(filing) && (
            <div>
              <h3>{t("filing.us")}</h3>
              {us.keyTerms.length > 0 && <KeyTerms terms={us.keyTerms} />}
              {us.fields.length > 0 && (
                <>
                  <p className="label">{t("filing.fields")}</p>
                  <ul className="plain-list">
                    {us.fields.map(({ id, text }) => (
                      <li key={id}>{text}</li>
                    ))}
                  </ul>
                </>
              )}
            </div>
          )}
          {asksMx(filing) && (
            <div>
              <h3>{t("filing.mx")}</h3>
              {mx.reportTypes.length > 0 && (
                <>
                  <p className="label">{t("filing.reportTypes")}</p>
                  <ul className="plain-list">
                    {mx.reportTypes.map((type) => (
                      <li key={type} lang="es-MX">
                        {term(`reportType.${type}`)}
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {mx.fields.length > 0 && (
                <>
                  <p className="label">{t("filing.mxFields")}</p>
                  <ul className="plain-list">
                    {mx.fields.map(({ id, text }) => (
                      <li key={id}>{text}</li>
                    ))}
                  </ul>
                </>
              )}
              {mx.suggestedWording && (
                <>
                  <p className="label">{t("filing.wording")}</p>
                  <blockquote className="wording">
                    <Prose body={mx.suggestedWording} />
                  </blockquote>
                </>
              )}
            </div>
          )}
        </div>
        {asksUs(filing) && asksMx(filing) && <p className="regimes">{t("filing.regimes")}</p>}
      </div>
    </section>
  );
}

function KeyTerms({ terms }: { terms: Filing["us"]["keyTerms"] }) {
  const { t } = useTranslation("reading");
  return (
    <ul className="key-terms">
      {terms.map((term) => (
        <li key={term.id}>
          <p className="label">
            {t(term.secondary ? "filing.secondaryTerm" : "filing.keyTerm")}
            {term.appliesTo && (
              <>
                {" · "}
                {t("filing.appliesTo")}: <SaidText said={term.appliesTo} />
              </>
            )}
          </p>
          <p>
            <samp className="key-term">{term.printed}</samp>{" "}
            <CopyButton name={t("filing.copy")} text={() => term.printed} />
          </p>
          {term.normalised !== term.printed && (
            <p className="normalised">
              {t("filing.normalised")}: <samp>{term.normalised}</samp>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
