import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import { ChairPoll } from "./chair-poll";
import { ChairSession } from "./chair-session";
import { Hands } from "./hands";
import { PollItem } from "./poll-item";
import { Presence } from "./presence";
import { QuestionQueue } from "./question-queue";
import type { Contribution, Floor } from "./room";

type Props = {
  roundtableId: string;
  floor: Floor;
  /** Titles of the agenda. */
  items: Text[];
  questions: Contribution[];
  /** The reader's member id. */
  me: string;
  chairs: boolean;
};

/** Who speaks and who wants to, what is asked, what is voted on and who is here. */
export function FloorPane({ roundtableId, floor, items, questions, me, chairs }: Props) {
  const { t } = useTranslation("floor");
  const stands = !floor.over && !floor.cancelled;
  const live = stands && floor.opened;
  const standing = floor.cancelled ? "cancelled" : floor.over ? "over" : floor.opened ? null : "notOpen";
  return (
    <div className="floor">
      <h2 id="floor">{t("heading")}</h2>
      {standing && <p className="quiet">{t(standing)}</p>}
      {chairs && <ChairSession roundtableId={roundtableId} opened={floor.opened} stands={stands} />}
      <Hands roundtableId={roundtableId} hands={floor.hands} me={me} chairs={chairs} live={live} />
      <QuestionQueue
        roundtableId={roundtableId}
        questions={questions}
        votes={floor.votes}
        chairs={chairs}
        stands={stands}
      />
      <section aria-labelledby="polls">
        <h3 id="polls">{t("polls.heading")}</h3>
        {floor.polls.length === 0 && <p className="quiet">{t("polls.none")}</p>}
        <ul className="floor-list">
          {floor.polls.toReversed().map((poll) => (
            <PollItem
              key={poll.id}
              roundtableId={roundtableId}
              poll={poll}
              title={items[poll.item]}
              chairs={chairs}
              stands={stands}
            />
          ))}
        </ul>
        {chairs && live && <ChairPoll roundtableId={roundtableId} floor={floor} items={items} />}
      </section>
      <Presence present={floor.present} />
    </div>
  );
}
