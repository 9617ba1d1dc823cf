import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Release } from "~/domain/releases/release";
import type { ReleaseEntry } from "~/domain/releases/releases.server";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { RoundSubject } from "~/ui/rounds/round-subject";
import { Facts } from "~/ui/table/facts";
import { useFigureWords } from "./use-figure-words";

type Props = {
  round: ReleaseEntry["round"];
  publishedAt: Date | string;
  rule: Release["rule"];
  timeZone: string;
  /** Whether this reader may open the round itself. */
  knowsRound: boolean;
};

/** What is said of the round that was counted, and the ways to it. */
export function ReleaseFacts({ round, publishedAt, rule, timeZone, knowsRound }: Props) {
  const { t } = useTranslation("releases");
  const { t: asked } = useTranslation("rounds");
  const language = useLanguage();
  const { number } = useFigureWords();
  return (
    <Facts
      across
      facts={[
        { name: asked("facts.about"), value: <RoundSubject round={round} /> },
        { name: asked("list.authority"), value: round.authority },
        { name: asked("facts.closed"), value: formatInstant(language, round.closesAt, timeZone) },
        {
          name: t("facts.answered"),
          value: asked("facts.answeredOf", {
            answered: number(round.answered),
            invited: number(round.invited),
          }),
        },
        { name: asked("facts.mode"), value: asked(`mode.${round.mode}`) },
        { name: t("facts.published"), value: formatInstant(language, publishedAt, timeZone) },
        {
          name: t("facts.rule"),
          value: t("facts.ruleValue", { least: number(rule.fewest + rule.insiders) }),
        },
        { name: "TLP", value: <TlpMark label={round.tlp} /> },
        {
          name: t("facts.more"),
          value: [
            ...(knowsRound
              ? [
                  <Link key="round" to={paths.round(language, round.id)}>
                    {t("facts.toRound")}
                  </Link>,
                ]
              : []),
            <a key="csv" href={paths.releaseCsv(round.id)} download>
              {t("facts.csv")}
            </a>,
          ],
        },
      ]}
    />
  );
}
