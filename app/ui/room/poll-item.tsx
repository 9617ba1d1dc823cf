import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { StateMark } from "~/ui/mark/state-mark";
import { Notice } from "~/ui/notice/notice";
import { BallotForm, Missed } from "./ballot";
import { ChairConfirm } from "./chair-confirm";
import { PollResult } from "./poll-result";
import { type RoomPoll, worded } from "./room";

type Props = {
  roundtableId: string;
  poll: RoomPoll;
  title: Text | undefined;
  chairs: boolean;
  stands: boolean;
};

/** A poll: its ballot while it is open, what is known once one has voted, what came of it when it is closed. */
export function PollItem({ roundtableId, poll, title, chairs, stands }: Props) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  // Kept here and not in the form: a poll that closes takes its form away, not what was chosen.
  const [chosen, setChosen] = useState<string[]>([]);
  const choose = (value: string, on: boolean) =>
    setChosen((before) =>
      poll.kind !== "multiple" ? [value] : on ? [...before, value] : before.filter((one) => one !== value),
    );
  const voting = stands && !poll.closed && !poll.voted;
  return (
    <li className="floor-poll" id={`poll-${poll.id}`}>
      {title && <p className="label">{t("onItem", { n: poll.item + 1, title: worded(title, language) })}</p>}
      <h4>{worded(poll.question, language)}</h4>
      <p className="floor-votes">
        <StateMark shape={poll.closed ? "disc" : "ring"} tone={poll.closed ? "plain" : "waiting"}>
          {t(poll.closed ? "polls.closed" : "polls.open")}
        </StateMark>
        <span>{t("polls.voters", { count: poll.voters })}</span>
        {poll.voted && (
          <StateMark shape="tick" tone="good">
            {t("polls.voted")}
          </StateMark>
        )}
      </p>
      {poll.closed && !poll.voted && chosen.length > 0 && (
        <Notice tone="caution" live>
          <p>{t("polls.missed")}</p>
          <Missed poll={poll} chosen={chosen} />
        </Notice>
      )}
      {voting && <BallotForm roundtableId={roundtableId} poll={poll} chosen={chosen} onChoose={choose} />}
      {poll.closed ? <PollResult poll={poll} /> : <p className="quiet">{t("polls.sealed")}</p>}
      {chairs && stands && !poll.closed && (
        <ChairConfirm
          words="pollClose"
          action={paths.roomTaking(language, roundtableId, "polls", poll.id, "closing")}
        />
      )}
    </li>
  );
}
