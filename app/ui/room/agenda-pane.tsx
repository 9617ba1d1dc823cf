import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { type RoomShown, worded } from "./room";

type Props = { room: RoomShown };

/** What is spoken of, item by item: where the session stands, and which item the page shows. */
export function AgendaPane({ room }: Props) {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const { id, session, floor, item: shown } = room;
  return (
    <>
      <h2 id="agenda">{t("agenda.heading")}</h2>
      <ol className="room-agenda">
        {session.items.map((item, n) => {
          const state = floor.items[n]?.state ?? "waiting";
          return (
            <li key={item.title.es + item.title.en}>
              <Link
                to={paths.room(language, id, { item: String(n) })}
                preventScrollReset
                aria-current={n === shown ? "page" : undefined}
              >
                <span className="item-title">{worded(item.title, language)}</span>
                <span className="item-state" data-state={state}>
                  {floor.item === n && state === "open" ? t("agenda.now") : t(`agenda.state.${state}`)}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </>
  );
}
