import { useTranslation } from "react-i18next";
import type { Outcome } from "~/domain/replies/outcomes.server";
import { ToldReply } from "./told";
import { Written } from "./written";

/** Each thing that an institution wrote, with what became of it. */
export function OutcomesList({ outcomes }: { outcomes: Outcome[] }) {
  const { t } = useTranslation("replies");
  return (
    <ul className="plain-list told-list">
      {outcomes.map(({ row, question, written, replies }) => (
        <li key={`${row} ${question}`}>
          <p className="aside">{row === 0 ? t("wholeRound") : t("receipts.on", { row })}</p>
          <p className="point-words">
            <Written question={question} written={written} />
          </p>
          {replies.length === 0 && <p>{t("receipts.noReply")}</p>}
          {replies.map((reply) => (
            <ToldReply key={reply.releasedAt + reply.said.es} reply={reply} />
          ))}
        </li>
      ))}
    </ul>
  );
}
