import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { settlements } from "~/domain/contributions/contribution";
import { queueOf } from "~/domain/floor/floor";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { StateMark } from "~/ui/mark/state-mark";
import type { Contribution, RoomVote } from "./room";
import { useWho } from "./use-who";

type Props = {
  roundtableId: string;
  questions: Contribution[];
  votes: RoomVote[];
  chairs: boolean;
  stands: boolean;
};

const shortened = (words: string) => (words.length > 80 ? `${words.slice(0, 79)}…` : words);

/** What is asked, by how many want it answered; what was settled stands apart. */
export function QuestionQueue({ roundtableId, questions, votes, chairs, stands }: Props) {
  const { t } = useTranslation("floor");
  const { waiting, settled } = queueOf(questions, votes);
  return (
    <section aria-labelledby="questions">
      <h3 id="questions">{t("questions.heading")}</h3>
      <p className="quiet">{t(waiting.length === 0 ? "questions.none" : "questions.lead")}</p>
      {chairs && stands && waiting.length > 0 && <p className="hint">{t("chair.settle.means")}</p>}
      <ol className="floor-list floor-questions">
        {waiting.map(({ question, ...given }) => (
          <li key={question.id}>
            <QuestionWords roundtableId={roundtableId} question={question} />
            <p className="floor-votes">
              <span>{t("questions.votes", { count: given.votes })}</span>
              {given.own && (
                <StateMark shape="tick" tone="good">
                  {t("questions.own")}
                </StateMark>
              )}
            </p>
            {stands && (
              <div className="toolbar">
                <Vote roundtableId={roundtableId} question={question} own={given.own} />
                {chairs && <Settle roundtableId={roundtableId} question={question} />}
              </div>
            )}
          </li>
        ))}
      </ol>
      {settled.length > 0 && (
        <details className="floor-more">
          <summary>{t("questions.settled", { count: settled.length })}</summary>
          <ul className="floor-list">
            {settled.map(({ question, votes: count }) => (
              <li key={question.id}>
                <QuestionWords roundtableId={roundtableId} question={question} />
                <p className="floor-votes">
                  <StateMark shape={question.settlement === "answered" ? "tick" : "minus"}>
                    {t(question.settlement === "answered" ? "questions.answered" : "questions.set-aside")}
                  </StateMark>
                  <span>{t("questions.votes", { count })}</span>
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

type OfQuestion = { roundtableId: string; question: Contribution };

function QuestionWords({ roundtableId, question: { id, item, text, language: of, ...one } }: OfQuestion) {
  const { t } = useTranslation("floor");
  const who = useWho();
  const language = useLanguage();
  return (
    <>
      <p className="floor-words" lang={of && of !== language ? localeOf(of) : undefined}>
        {text}
      </p>
      <p className="quiet">
        {who(one)} ·{" "}
        <Link to={paths.roomPart(language, roundtableId, item, paths.saidAnchor(id))} preventScrollReset>
          {t("questions.read")}
        </Link>
      </p>
    </>
  );
}

function Vote({ roundtableId, question, own }: OfQuestion & { own: boolean }) {
  const { t } = useTranslation("floor");
  const words = shortened(question.text ?? "");
  return (
    <ActForm
      action={paths.roomTaking(useLanguage(), roundtableId, "contributions", question.id, "vote")}
      className="act-inline"
    >
      {(busy) => (
        <>
          <input type="hidden" name="wanted" value={own ? "0" : "1"} />
          <Button
            type="submit"
            size="small"
            weight={own ? "quiet" : "second"}
            busy={busy}
            aria-label={t(own ? "questions.unvoteFor" : "questions.voteFor", { words })}
          >
            {t(own ? "questions.unvote" : "questions.vote")}
          </Button>
        </>
      )}
    </ActForm>
  );
}

function Settle({ roundtableId, question }: OfQuestion) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  const words = shortened(question.text ?? "");
  return settlements.map((settlement) => (
    <ActForm
      key={settlement}
      action={paths.roomTaking(language, roundtableId, "contributions", question.id, "settlement")}
      className="act-inline"
    >
      {(busy) => (
        <>
          <input type="hidden" name="settlement" value={settlement} />
          <Button
            type="submit"
            size="small"
            weight="quiet"
            busy={busy}
            aria-label={t(`chair.settle.${settlement}Of`, { words })}
          >
            {t(`chair.settle.${settlement}`)}
          </Button>
        </>
      )}
    </ActForm>
  ));
}
