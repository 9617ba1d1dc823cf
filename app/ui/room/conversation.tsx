import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { ChairItem } from "./chair-item";
import { ContributionItem } from "./contribution-item";
import { ItemStops } from "./item-stops";
import { type Contribution, type RoomShown, worded } from "./room";

type Props = { room: RoomShown; contributions: Contribution[] };

/** What was said on one item of the agenda, each thing with the answers to it. */
export function Conversation({ room, contributions }: Props) {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const { session, item } = room;
  const open = session.items[item];
  const said = contributions.filter((one) => one.item === item);
  const answersTo = (id: string | null) => said.filter(({ parentId }) => parentId === id);
  return (
    <>
      <h2 id="conversation">{open && worded(open.title, language)}</h2>
      {open && worded(open.note, language) !== "" && (
        <p className="words quiet">{worded(open.note, language)}</p>
      )}
      <ItemStops stops={room.floor.items[item]?.stops ?? []} timeZone={room.timeZone} />
      {room.chairs && <ChairItem roundtableId={room.id} floor={room.floor} item={item} />}
      {said.length === 0 && <p className="quiet">{t("conversation.none")}</p>}
      <ol className="room-threads">
        {answersTo(null).map((one) => (
          <li key={one.id}>
            <ContributionItem contribution={one} />
            {answersTo(one.id).length > 0 && (
              <ol className="room-answers">
                {answersTo(one.id).map((answer) => (
                  <li key={answer.id}>
                    <ContributionItem contribution={answer} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
