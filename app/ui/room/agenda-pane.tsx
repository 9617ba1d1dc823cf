import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { type RoomShown, worded } from "./room";
import { TableList } from "./table-list";

type Props = { room: RoomShown; onOpen: () => void };

/** What is spoken of, item by item: where the session stands, and which item the page shows; and by which rules. */
export function AgendaPane({ room, onOpen }: Props) {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const { id, session, floor, item: shown } = room;
  return (
    <>
      <h2 id="agenda">{t("agenda.heading")}</h2>
      <ol className="room-agenda side-index">
        {session.items.map((item, n) => {
          const state = floor.items[n]?.state ?? "waiting";
          const isNow = floor.item === n && state === "open";
          return (
            <li key={item.title.es + item.title.en}>
              <Link
                to={paths.room(language, id, { item: String(n) })}
                preventScrollReset
                aria-current={n === shown ? "page" : undefined}
                onClick={onOpen}
              >
                <span className="item-number">{n + 1}</span>
                <span className="item-title">{worded(item.title, language)}</span>
                <span className="item-state" data-state={isNow ? "now" : state}>
                  {isNow ? t("agenda.now") : t(`agenda.state.${state}`)}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
      <details className="room-rules">
        <summary>{t("rules.heading")}</summary>
        <ul>
          <li>{t("rules.agenda")}</li>
          {session.chathamHouse && <li>{t("rules.chathamHouse")}</li>}
          <li>{t("rules.identifiers")}</li>
          <li>{t(`rules.presence.${session.presence}`)}</li>
        </ul>
        <p>
          <Link to={paths.roomTerms(language, id)}>{t("rules.terms")}</Link>
        </p>
      </details>
      <TableList room={room} />
    </>
  );
}
