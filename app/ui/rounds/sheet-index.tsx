import { type MouseEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { StateMark } from "~/ui/mark/state-mark";

type LineProps = {
  roundId: string;
  row: number;
  name: string;
  text: string;
  asked: number;
  answered: number;
  current: boolean;
  /** Colleagues at this row. */
  here: string;
  /** Conflicts and what was stopped. */
  held: number;
  onGo(row: number): void;
};

/** One line of the list: a red flag, how far it is, and who is there. */
export const IndexLine = memo(function IndexLine(props: LineProps) {
  const { roundId, row, name, text, asked, answered, current, here, held, onGo } = props;
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const whole = answered >= asked;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onGo(row);
  };
  return (
    <li>
      <a
        href={paths.roundSheet(language, roundId, row)}
        aria-current={current ? "step" : undefined}
        onClick={follow}
      >
        <span className="index-name">{name}</span>
        <StateMark
          shape={held > 0 ? "cross" : whole ? "tick" : answered > 0 ? "half" : "ring"}
          tone={held > 0 ? "stopped" : whole ? "good" : "plain"}
        >
          {asked === 0 ? t("sheet.withdrawn") : t("sheet.of", { answered, asked })}
        </StateMark>
        <span className="index-text">{text}</span>
        {here !== "" && <span className="index-here">{t("sheet.here", { names: here })}</span>}
      </a>
    </li>
  );
});
