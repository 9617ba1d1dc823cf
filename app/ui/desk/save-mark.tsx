import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { StateMark } from "~/ui/mark/state-mark";
import type { SaveState } from "~/ui/page/saving";
import { useDesk } from "./desk-context";
import type { Snapshot } from "./draft-keeper";

const looks = {
  saved: { shape: "tick", tone: "good" },
  waiting: { shape: "ring", tone: "waiting" },
  saving: { shape: "half", tone: "waiting" },
  away: { shape: "ring", tone: "stopped" },
  stopped: { shape: "cross", tone: "stopped" },
} as const satisfies Record<SaveState, object>;

export function SaveMark() {
  return <KeptMark {...useDesk()} />;
}

type Props = {
  shown: Pick<Snapshot<unknown>, "held" | "state" | "problem" | "kept" | "unsaved">;
  keeper: { flush(): void; giveUp(): void };
};

/** Whether what is on the page is on the server. */
export function KeptMark({ shown, keeper }: Props) {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const sentence = useRefusal();
  const conflicts = Object.values(shown.held).filter((one) => one.theirs !== undefined).length;
  const unfit = Object.values(shown.held).filter((one) => one.reason !== undefined).length;
  return (
    <div className="save-mark needs-script" data-state={shown.state}>
      <div role="status">
        <StateMark
          {...(conflicts > 0 ? { shape: "cross" as const, tone: "stopped" as const } : looks[shown.state])}
        >
          {conflicts > 0
            ? t("save.conflicts", { count: conflicts })
            : unfit > 0
              ? t("save.unfit", { count: unfit })
              : t(`save.${shown.state}`)}
        </StateMark>
        {shown.problem && <p>{sentence(shown.problem.reason, shown.problem.facts)}</p>}
        {!shown.kept && <p>{t("save.notKept")}</p>}
      </div>
      {(shown.state === "away" || shown.state === "stopped") && (
        <>
          <Button size="small" onClick={keeper.flush}>
            {t("save.again")}
          </Button>
          {shown.problem?.reason === "not_signed_in" && (
            <a href={paths.signIn(language)} target="_blank" rel="noreferrer">
              {t("save.signIn")}
            </a>
          )}
        </>
      )}
      {shown.state === "stopped" && (
        <Button size="small" weight="danger" onClick={() => keeper.giveUp()}>
          {t("save.giveUp", { count: shown.unsaved })}
        </Button>
      )}
    </div>
  );
}
