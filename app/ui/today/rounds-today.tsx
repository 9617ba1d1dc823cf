import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

type Titled = { id: string; title: { es: string; en: string } };

export type RoundWork = {
  /** Of the reader's institution: rounds that ask it, and how far its own sheet is. */
  toAnswer: (Titled & {
    authority: string;
    closesAt: Date | null;
    asked: number;
    answered: number;
    /** The version that was signed last. */
    signed: number | null;
  })[];
  maySign: boolean;
  /** Of the reader's authority: rounds that end within a week, and those that are being counted. */
  closing: (Titled & { closesAt: Date | null })[];
  counting: Titled[];
  /** What was published of late that the reader may read. */
  released: (Titled & { authority: string })[];
};

/** What rounds ask of the reader or have brought of late. */
export function RoundsToday({
  work: { toAnswer, maySign, closing, counting, released },
  timeZone,
}: {
  work: RoundWork;
  timeZone: string;
}) {
  const { t } = useTranslation("today");
  const language = useLanguage();
  const ends = (at: Date | null) =>
    at ? t("rounds.ends", { when: formatInstant(language, at, timeZone) }) : "";
  const name = ({ title }: Titled) => title[language] || title.es || title.en;
  const progress = ({ asked, answered, signed }: RoundWork["toAnswer"][number]) => {
    if (signed !== null) return t("rounds.signed", { version: signed });
    if (answered < asked) return t("rounds.progress", { answered, asked });
    return t(maySign ? "rounds.readyToSign" : "rounds.readyForOfficer");
  };
  const group = <One extends Titled>(
    id: string,
    heading: string,
    rounds: One[],
    to: (round: One) => string,
    says: (round: One) => ReactNode,
  ) =>
    rounds.length > 0 && (
      <section className="waiting" aria-labelledby={id}>
        <h2 id={id}>{heading}</h2>
        <ul className="today-list">
          {rounds.map((round) => (
            <li key={round.id}>
              <Link to={to(round)}>{name(round)}</Link>
              <span className="aside">{says(round)}</span>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {group(
        "rounds-to-answer",
        t("rounds.toAnswer"),
        toAnswer,
        (round) =>
          maySign && round.signed === null && round.answered === round.asked
            ? paths.roundAct(language, round.id, "signature")
            : paths.round(language, round.id),
        (round) => (
          <>
            {round.authority} · {progress(round)} · {ends(round.closesAt)}
          </>
        ),
      )}
      {group(
        "rounds-closing",
        t("rounds.closing"),
        closing,
        ({ id }) => paths.round(language, id),
        ({ closesAt }) => ends(closesAt),
      )}
      {group(
        "rounds-counting",
        t("rounds.counting"),
        counting,
        ({ id }) => paths.round(language, id),
        () => t("rounds.countingNow"),
      )}
      {group(
        "rounds-released",
        t("rounds.released"),
        released,
        ({ id }) => paths.release(language, id),
        ({ authority }) => authority,
      )}
    </>
  );
}
