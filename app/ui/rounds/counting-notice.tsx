import { useTranslation } from "react-i18next";
import type { Counting, RoundStanding } from "~/domain/releases/round-standing.server";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useLive } from "~/ui/live/use-live";
import { useReload } from "~/ui/live/use-reload";
import { Notice } from "~/ui/notice/notice";
import { useIsClient } from "~/ui/page/use-is-client";

/** Loads the page again whenever the round stands otherwise than it says. */
export function useStanding(roundId: string, shown: RoundStanding) {
  const language = useLanguage();
  const reload = useReload();
  const says = JSON.stringify(shown);
  useLive<RoundStanding>(paths.roundAct(language, roundId, "standing"), {
    name: "standing",
    heard: (standing) => {
      if (JSON.stringify(standing) !== says) reload();
    },
    ended: reload,
  });
}

type Props = { counting: Counting; timeZone: string; runs: boolean };

/** Of a round that is closed and whose statistics are not there yet. */
export function CountingNotice({ counting: { failed, againAt }, timeZone, runs }: Props) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const isClient = useIsClient();
  return (
    <Notice
      live
      tone={failed ? "caution" : "plain"}
      heading={t(failed ? "counting.failed" : "counting.heading")}
    >
      <p>{t(failed ? "counting.kept" : "counting.sealed")}</p>
      {failed && (
        <p>
          {againAt
            ? t("counting.againAt", { when: formatInstant(language, againAt, timeZone) })
            : t("counting.again")}
          {runs && ` ${t("counting.operator")}`}
        </p>
      )}
      <p className="quiet">{t(isClient ? "counting.live" : "counting.reload")}</p>
    </Notice>
  );
}
