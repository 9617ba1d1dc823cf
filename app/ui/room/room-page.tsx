import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatSpan } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { AgendaPane } from "./agenda-pane";
import { Conversation } from "./conversation";
import { FloorPane } from "./floor-pane";
import { type RoomShown, worded } from "./room";

/** A session while it goes on: the agenda, what is said, and the floor; on a phone one of them at a time. */
export function RoomPage({ room }: { room: RoomShown }) {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const { id, session, contributions, timeZone } = room;
  return (
    <article className="rounds roundtable room">
      <header className="room-head">
        <p className="overline">
          <Link to={paths.roundtable(language, id)}>{t("back")}</Link>
        </p>
        <h1>{worded(session.title, language)}</h1>
        <p className="room-facts">
          <TlpMark label={session.tlp} />
          <span>{formatSpan(language, session.startsAt, session.endsAt, timeZone)}</span>
          {session.chathamHouse && <span>{t("chathamHouse")}</span>}
        </p>
      </header>
      <nav className="tabs room-tabs" aria-label={t("parts")}>
        <a href="#room-agenda">{t("tab.agenda")}</a>
        <a href="#room-conversation">{t("tab.conversation")}</a>
        <a href="#room-floor">{t("tab.floor")}</a>
      </nav>
      <div className="room-panes">
        <section className="room-agenda-pane" id="room-agenda" aria-labelledby="agenda">
          <AgendaPane room={room} />
        </section>
        <section className="room-conversation" id="room-conversation" aria-labelledby="conversation">
          <Conversation room={room} contributions={contributions} />
        </section>
        <section className="room-floor" id="room-floor" aria-labelledby="floor">
          <FloorPane
            roundtableId={id}
            floor={room.floor}
            items={session.items.map(({ title }) => title)}
            questions={contributions.filter(({ kind }) => kind === "question")}
            me={room.memberId}
            chairs={room.chairs}
          />
        </section>
      </div>
    </article>
  );
}
