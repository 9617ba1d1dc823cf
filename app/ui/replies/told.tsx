import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import { saidIn } from "~/domain/advisories/reading";
import type { AnsweredIn, ReplyOutcome } from "~/domain/replies/reply";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { SaidText } from "~/ui/text/said";

type Told = {
  theme: Text | null;
  said: Text;
  answer: Text;
  outcome: ReplyOutcome;
  note: Text;
  releasedAt: string;
  answered: AnsweredIn | null;
  versions: { number: string; n: number }[];
};

/** One released reply: what was said, what was done, and what became of it. */
export function ToldReply({ reply }: { reply: Told }) {
  const { t } = useTranslation("replies");
  const language = useLanguage();
  const { outcome, versions, theme, note, releasedAt, answered } = reply;
  const noted = saidIn(language, note);
  return (
    <div className="told">
      {theme && (
        <p className="told-theme">
          <span className="label">{t("theme")}</span> <SaidText said={saidIn(language, theme)} />
        </p>
      )}
      <dl>
        <div>
          <dt className="label">{t("told.said")}</dt>
          <dd className="words">
            <SaidText said={saidIn(language, reply.said)} />
          </dd>
        </div>
        <div>
          <dt className="label">{t("told.did")}</dt>
          <dd className="words">
            <SaidText said={saidIn(language, reply.answer)} />
          </dd>
        </div>
        {noted && (
          <div>
            <dt className="label">{t(outcome === "declined" ? "told.why" : "told.note")}</dt>
            <dd className="words">
              <SaidText said={noted} />
            </dd>
          </div>
        )}
      </dl>
      <p className="told-outcome">
        {outcome === "amended" && versions.length > 0 ? (
          versions.map(({ number, n }) => (
            <Link key={`${number} ${n}`} to={paths.version(language, number, n)}>
              {t("amendedIn", { number, n })}
            </Link>
          ))
        ) : outcome === "question" && answered ? (
          <Link to={paths.publishedAnswer(language, answered.number, answered.id)}>
            {t("answeredIn", {
              about: answered.redFlag ?? answered.number,
              question: saidIn(language, answered.question)?.text ?? "",
            })}
          </Link>
        ) : (
          <strong>{t(`outcome.${outcome}`)}</strong>
        )}{" "}
        <span className="aside">{t("told.published", { at: formatDate(language, releasedAt, "UTC") })}</span>
      </p>
    </div>
  );
}
