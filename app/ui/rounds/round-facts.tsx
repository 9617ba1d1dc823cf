import { useTranslation } from "react-i18next";
import type { RoundState } from "~/domain/rounds/round";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Facts } from "~/ui/table/facts";
import { RoundStateMark } from "./round-state-mark";
import { RoundSubject } from "./round-subject";

type Props = {
  round: Parameters<typeof RoundSubject>[0]["round"] & {
    authority: string;
    mode: "unattributed" | "identified";
    closesAt: Date | string | null;
    participation: { invited: number; answered: number | null };
  };
  state: RoundState;
  counting?: boolean;
  timeZone: string;
};

/** What everyone who knows of a round may know of it. */
export function RoundFacts({ round, state, counting = false, timeZone }: Props) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const { invited, answered } = round.participation;
  return (
    <Facts
      across
      facts={[
        { name: t("list.state"), value: <RoundStateMark state={counting ? "counting" : state} /> },
        { name: t("facts.about"), value: <RoundSubject round={round} /> },
        { name: t("list.authority"), value: round.authority },
        { name: t("facts.mode"), value: t(`mode.${round.mode}`) },
        round.closesAt !== null && {
          name: t(state === "closed" ? "facts.closed" : "list.closes"),
          value: formatInstant(language, round.closesAt, timeZone),
        },
        state !== "called-off" && {
          name: t("facts.answered"),
          value:
            answered === null
              ? t("facts.untilFive", { invited })
              : t("facts.answeredOf", { answered, invited }),
        },
      ]}
    />
  );
}
