import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { saidIn } from "~/domain/advisories/reading";
import type { Reply } from "~/domain/replies/replies.server";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ToldReply } from "./told";

/** `FIN-2026-A001#RF-07` on its own advisory's page. */
function FlagLink({ id }: { id: string }) {
  const language = useLanguage();
  const [number = id, n = ""] = id.split("#RF-");
  return <Link to={paths.redFlag(language, number, Number(n))}>{id}</Link>;
}

type Props = {
  replies: Reply[];
  /** Shown on the round's own page, which names it. */
  ofOneRound?: boolean;
};

/** Released replies, each with the round that it comes of and the red flags that it speaks of. */
export function ToldList({ replies, ofOneRound = false }: Props) {
  const { t } = useTranslation("replies");
  const language = useLanguage();
  return (
    <ul className="plain-list told-list">
      {replies.map((reply) => (
        <li key={reply.id}>
          {!ofOneRound && (
            <p className="aside">
              {t("told.round", {
                authority: reply.authority,
                title: saidIn(language, reply.title)?.text ?? "",
                closed: formatDate(language, reply.closedAt, "UTC"),
              })}
            </p>
          )}
          <p className="told-on">
            <span className="label">{t("told.on")}</span>{" "}
            {reply.redFlags.length === 0
              ? t("wholeRound")
              : reply.redFlags.map((id, i) => (
                  <span key={id}>
                    {i > 0 && " · "}
                    <FlagLink id={id} />
                  </span>
                ))}
          </p>
          <ToldReply reply={reply} />
        </li>
      ))}
    </ul>
  );
}
