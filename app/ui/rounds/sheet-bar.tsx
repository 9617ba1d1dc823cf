import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { StateMark } from "~/ui/mark/state-mark";
import { useIsClient } from "~/ui/page/use-is-client";
import type { Snapshot } from "./sheet-keeper";

const looks = {
  saved: { shape: "tick", tone: "good" },
  waiting: { shape: "ring", tone: "plain" },
  saving: { shape: "half", tone: "plain" },
  away: { shape: "ring", tone: "stopped" },
  stopped: { shape: "cross", tone: "stopped" },
} as const;

/** Whether what is on the page is on the server; how much of it is not. */
export function SheetSaveMark({ shown, onAgain }: { shown: Snapshot; onAgain(): void }) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const sentence = useRefusal();
  if (!useIsClient()) return null;
  const mine = Object.values(shown.mine);
  const conflicts = mine.filter(({ theirs }) => theirs).length;
  const stopped = mine.filter(({ reason }) => reason).length;
  const words = () => {
    if (shown.state === "away") return t("sheet.save.away", { count: mine.length });
    if (shown.state === "stopped") return t("sheet.save.stopped", { count: mine.length });
    if (conflicts > 0) return t("sheet.save.conflicts", { count: conflicts });
    if (stopped > 0) return t("sheet.save.held", { count: stopped });
    return t(`sheet.save.${shown.state}`);
  };
  const isHeld = conflicts + stopped > 0 && shown.state === "saved";
  return (
    <div className="sheet-save" data-state={shown.state}>
      <div role="status">
        <StateMark {...(isHeld ? { shape: "cross" as const, tone: "stopped" as const } : looks[shown.state])}>
          {words()}
        </StateMark>
        {shown.problem && <p>{sentence(shown.problem)}</p>}
        {shown.state === "away" && (
          <p className="quiet">{t(shown.kept ? "sheet.save.awayHow" : "sheet.save.notKept")}</p>
        )}
      </div>
      {(shown.state === "away" || shown.state === "stopped") && (
        <Button size="small" onClick={onAgain}>
          {t("sheet.save.again")}
        </Button>
      )}
      {shown.problem === "not_signed_in" && (
        <a href={paths.signIn(language)} target="_blank" rel="noreferrer">
          {t("sheet.save.signIn")}
        </a>
      )}
    </div>
  );
}
