import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Points } from "~/domain/replies/points.server";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Notice } from "~/ui/notice/notice";
import { PointItem } from "./point-item";
import { ReleasePart } from "./release-part";
import { type RefusedReply, ReplyForm } from "./reply-form";

type Reply = Points["replies"][number];
type Props = {
  roundId: string;
  place: string;
  theme: Text | null;
  redFlag: { publicId: string; text: Text } | null;
  points: Points["points"];
  reply: Reply | undefined;
  versions: Points["versions"];
  /** Answers to everyone that may be pointed to. */
  answers: Points["answers"];
  mayWrite: boolean;
  timeZone: string;
  saved: boolean;
  memberId: string;
  answer: RefusedReply;
};

/** Where a reply is written, both languages side by side, and released. */
export function ReplyPage(props: Props) {
  const {
    roundId,
    place,
    theme,
    redFlag,
    points,
    reply,
    versions,
    answers,
    mayWrite,
    timeZone,
    saved,
    memberId,
    answer,
  } = props;
  const { t } = useTranslation("replies");
  const language = useLanguage();
  const name = theme?.[language] ?? (redFlag ? redFlag.text[language] : t("wholeRound"));
  const { released } = reply ?? {};
  return (
    <article className="rounds reply">
      <p className="overline">
        <Link to={paths.roundPoints(language, roundId)}>{t("write.back")}</Link>
      </p>
      <h1>
        {theme ? (
          <span className="label">{t("theme")}</span>
        ) : (
          redFlag && <span className="label">{redFlag.publicId}</span>
        )}{" "}
        {name}
      </h1>
      {released && (
        <Notice heading={t("release.now", { n: released.n })}>
          <p>
            {t("release.at", {
              outcome: t(`outcome.${reply?.isCited ? "amended" : released.outcome}`),
              at: released.releasedAt ? formatInstant(language, released.releasedAt, timeZone) : "",
            })}
          </p>
        </Notice>
      )}
      {points.length > 0 && (
        <details open>
          <summary>{t("write.pointsHeading")}</summary>
          <ul className="plain-list point-list">
            {points.map((point) => (
              <PointItem key={point.id} point={point} themes={[]} form={undefined} />
            ))}
          </ul>
        </details>
      )}
      <p>{t("write.lead")}</p>
      {saved && !answer && (
        <Notice live>
          <p>{t("write.saved")}</p>
        </Notice>
      )}
      {mayWrite ? (
        <ReplyForm
          // After a release its correction begins anew.
          key={released?.n ?? 0}
          {...{ roundId, place, memberId, reply, versions, answers, answer }}
        />
      ) : (
        <p>{t("points.onlyRead")}</p>
      )}
      {reply?.open && <ReleasePart roundId={roundId} place={place} replyId={reply.id} open={reply.open} />}
    </article>
  );
}
