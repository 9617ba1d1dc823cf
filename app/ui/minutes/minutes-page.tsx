import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import type { FoundCommitment } from "~/domain/commitments/commitments.server";
import type { FoundMinutes } from "~/domain/minutes/minutes.server";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { StateMark } from "~/ui/mark/state-mark";
import { Notice } from "~/ui/notice/notice";
import { SessionArticle } from "~/ui/roundtables/session-article";
import { Facts } from "~/ui/table/facts";
import { CommentSection } from "./comment-section";
import { CommitmentSection } from "./commitment-section";
import { ApproveMinutes, CopyMinutes, ShowMinutes } from "./minutes-acts";
import { WriteMinutes } from "./write-minutes";

type Props = {
  id: string;
  title: Text;
  /** Null: the terms of the room are not accepted yet. */
  minutes: FoundMinutes | null;
  commitments: FoundCommitment[];
  owners: { value: string; name: string }[];
  today: string;
  timeZone: string;
  mayWrite: boolean;
  mayMake: boolean;
  mayComment: boolean;
  mayApprove: boolean;
};

/** What stays of a session in words: its minutes, what was said of them, and what was promised. */
export function MinutesPage(props: Props) {
  const { id, title, minutes, timeZone, mayWrite, mayComment, mayApprove } = props;
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  return (
    <SessionArticle id={id} heading={t("of", { title: title[language] || title.es || title.en })}>
      {!minutes && (
        <Notice tone="caution">
          <p>{t("enterFirst")}</p>
        </Notice>
      )}
      {minutes && (
        <>
          <Facts
            across
            facts={[{ name: t("state.name"), value: stateOf(minutes) }, ...approvalsOf(minutes)]}
          />
          <MinutesText minutes={minutes} />
          {mayWrite && <WriteMinutes minutes={minutes} />}
          {mayWrite && minutes.endedAt && minutes.notes && !minutes.submittedAt && (
            <ShowMinutes minutes={minutes} />
          )}
          {mayApprove && <ApproveMinutes minutes={minutes} />}
          {minutes.submittedAt && (
            <CommentSection minutes={minutes} mayComment={mayComment} timeZone={timeZone} />
          )}
          <CommitmentSection {...props} />
          {minutes.notes && <CopyMinutes minutes={minutes} />}
        </>
      )}
    </SessionArticle>
  );

  function stateOf({ notes, submittedAt, commentsUntil, approved }: FoundMinutes) {
    if (!notes) return t("state.none");
    if (approved) return t("state.approved");
    if (!submittedAt || !commentsUntil) return t("state.draft");
    return mayComment
      ? t("state.comments", { until: formatDate(language, commentsUntil, timeZone) })
      : t("state.waiting");
  }

  function approvalsOf({ approvals, submittedAt }: FoundMinutes) {
    if (!submittedAt) return [];
    return approvals.map(({ shortName, approvedAt }) => ({
      name: shortName,
      value: (
        <StateMark shape={approvedAt ? "tick" : "ring"} tone={approvedAt ? "good" : "waiting"}>
          {approvedAt ? t("given", { on: formatDate(language, approvedAt, timeZone) }) : t("missing")}
        </StateMark>
      ),
    }));
  }
}

function MinutesText({ minutes: { notes, agenda } }: { minutes: FoundMinutes }) {
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  if (!notes) return <p>{t("notYet")}</p>;
  const words = (text: Text | undefined) => text?.[language] || text?.es || text?.en || "";
  return (
    <section aria-labelledby="text">
      <h2 id="text">{t("text")}</h2>
      <div className="minutes-item">
        <h3>{t("summary")}</h3>
        <p className="words">{words(notes.summary)}</p>
      </div>
      {agenda.map((item, n) => (
        <div className="minutes-item" key={item.es + item.en}>
          <h3>{words(item)}</h3>
          <p className="words">{words(notes.items[n])}</p>
        </div>
      ))}
    </section>
  );
}
