import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Points } from "~/domain/replies/points.server";
import { outcomeNow } from "~/domain/replies/reply";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

type Props = {
  roundId: string;
  place: string;
  name: string;
  reply: Points["replies"][number] | undefined;
  mayWrite: boolean;
};

/** How it stands with the reply to a red flag or a theme, and the way to it. */
export function ReplyCall({ roundId, place, name, reply, mayWrite }: Props) {
  const { t } = useTranslation("replies");
  const language = useLanguage();
  const { open, released } = reply ?? {};
  const states = [
    released &&
      t("points.released", {
        outcome: t(`outcome.${outcomeNow(released.outcome, reply?.isCited ?? false)}`),
      }),
    open && t(open.blockers.length > 0 ? "points.draft" : "points.waits"),
  ].filter((one) => one !== undefined);
  const act = open ? "goOn" : released ? "correct" : "reply";
  return (
    <p className="reply-call">
      <span className="quiet">{states.length > 0 ? states.join(" · ") : t("points.noReply")}</span>{" "}
      {(mayWrite || reply) && (
        <Link to={paths.roundReply(language, roundId, place)} aria-label={`${t("points.replyOf", { name })}`}>
          {t(mayWrite ? `points.${act}` : "points.see")}
        </Link>
      )}
    </p>
  );
}
