import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ChairItem } from "./chair-item";
import { type Acts, ContributionItem } from "./contribution-item";
import { ItemStops } from "./item-stops";
import { type Contribution, type RoomShown, worded } from "./room";

type Props = { room: RoomShown; acts: Acts; unseen: Set<string> };

/** What was said on one item of the agenda, each thing with the answers to it. */
export function Conversation({ room, acts, unseen }: Props) {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const { id, session, item, contributions, floor, earlier } = room;
  const open = session.items[item];
  const said = contributions.filter((one) => one.item === item);
  const known = new Set(said.map((one) => one.id));
  const answersTo = new Map<string, Contribution[]>();
  for (const one of said)
    if (one.parentId) answersTo.set(one.parentId, [...(answersTo.get(one.parentId) ?? []), one]);
  // An answer to what is not shown stands by itself rather than nowhere.
  const threads = said.filter(({ parentId }) => parentId === null || !known.has(parentId));
  const state = floor.items[item]?.state ?? "waiting";
  const one = (contribution: Contribution) => (
    <ContributionItem contribution={contribution} acts={acts} isNew={unseen.has(contribution.id)} />
  );
  return (
    <>
      <p className="label">{t("conversation.item", { n: item + 1, of: session.items.length })}</p>
      <h2 id="conversation">{open && worded(open.title, language)}</h2>
      {open && worded(open.note, language) !== "" && (
        <p className="words quiet">{worded(open.note, language)}</p>
      )}
      {state === "closed" && <p className="quiet">{t("conversation.closed")}</p>}
      <ItemStops stops={floor.items[item]?.stops ?? []} timeZone={room.timeZone} />
      {room.chairs && <ChairItem roundtableId={id} floor={floor} item={item} />}
      {earlier > 0 && (
        <p>
          <Link to={paths.room(language, id, { item: String(item), all: "1" })} preventScrollReset>
            {t("conversation.earlier", { count: earlier })}
          </Link>
        </p>
      )}
      {said.length === 0 && <p className="quiet">{t("conversation.none")}</p>}
      <ol className="room-threads">
        {threads.map((thread) => (
          <li key={thread.id}>
            {one(thread)}
            {answersTo.has(thread.id) && (
              <ol className="room-answers">
                {answersTo.get(thread.id)?.map((answer) => (
                  <li key={answer.id}>{one(answer)}</li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
