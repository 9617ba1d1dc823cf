import { Link } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatSpan } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { setCursor } from "~/ui/act/cursor";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { Notice } from "~/ui/notice/notice";
import { useIsClient } from "~/ui/page/use-is-client";
import { WithoutScripts } from "~/ui/page/without-scripts";
import { AgendaPane } from "./agenda-pane";
import { Composer } from "./composer";
import { Conversation } from "./conversation";
import { FileComposer } from "./files-composer";
import { FloorPane } from "./floor-pane";
import { PresenceBeat } from "./presence-beat";
import { type RoomShown, worded } from "./room";
import { type RoomPart, RoomTabs, roomParts } from "./room-tabs";
import { useRoom } from "./use-room";
import { useSeen } from "./use-seen";
import { useWho } from "./use-who";

const partIn = (hash: string): RoomPart => roomParts.find((one) => hash === `#room-${one}`) ?? "conversation";

/** A session while it goes on: the agenda, what is said, and the floor; on a phone one of them at a time. */
export function RoomPage({ room }: { room: RoomShown }) {
  const state = useRoom(room);
  return state.shut ? <ShutRoom /> : <OpenRoom loaded={room} state={state} />;
}

/** Nothing of the session stays on a page whose reader is in it no longer. */
function ShutRoom() {
  const { t } = useTranslation("room");
  const language = useLanguage();
  return (
    <article className="rounds roundtable">
      <h1>{t("shut.title")}</h1>
      <Notice tone="stopped" live>
        <p>{t("shut.words")}</p>
      </Notice>
      <p>
        <Link to={paths.roundtables(language)}>{t("shut.back")}</Link>
      </p>
    </article>
  );
}

type OpenProps = { loaded: RoomShown; state: ReturnType<typeof useRoom> };

function OpenRoom({ loaded, state: { shown: room, line, unseen, latest, seen, saying } }: OpenProps) {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const isClient = useIsClient();
  const live = line === "open";
  const who = useWho();
  const { id, session, item, floor, timeZone } = room;
  const [part, setPart] = useState<RoomPart>();
  const [answering, setAnswering] = useState(loaded.answering);
  const [translating, setTranslating] = useState(loaded.translating);
  const conversation = useRef<HTMLElement>(null);
  useEffect(() => setPart(partIn(window.location.hash)), []);
  useSeen(conversation, unseen, seen);

  const state = floor.items[item]?.state ?? "waiting";
  const isOver = floor.over || floor.cancelled;
  const takes = !isOver && (state === "open" || state === "waiting");
  const unseenHere = room.contributions.filter((one) => one.item === item && unseen.has(one.id));
  const [firstUnseen] = unseenHere;
  const elsewhere = floor.item !== null && floor.item !== item && !isOver ? floor.item : null;
  const current = elsewhere === null ? undefined : session.items[elsewhere];
  const answered = room.contributions.find((one) => one.id === answering && one.item === item && !one.hidden);
  const acts = {
    roundtableId: id,
    mayAnswer: !isOver && state === "open",
    mayTranslate: !isOver,
    hasTranslator: loaded.hasTranslator,
    mayHide: room.chairs && !isOver,
    translating,
    onAnswer: (to: string) => {
      setAnswering(to);
      document.getElementById("say-text")?.focus();
    },
    onTranslate: setTranslating,
  };
  const toldHere = latest.filter((one) => one.item === item);
  const [told] = toldHere;
  return (
    <article className="rounds roundtable room" data-part={part}>
      <header className="room-head">
        <p className="overline">
          <Link to={paths.roundtable(language, id)}>{t("back")}</Link>
        </p>
        <h1>{worded(session.title, language)}</h1>
        <p className="room-facts">
          <TlpMark label={session.tlp} />
          <span>{formatSpan(language, session.startsAt, session.endsAt, timeZone)}</span>
          {session.chathamHouse && <span>{t("chathamHouse")}</span>}
          {isClient && !isOver && (
            <span className="room-live" role="status" data-live={live || undefined}>
              {t(`live.${line}`)}
            </span>
          )}
        </p>
        <p className="room-on-paper">{t("onPaper")}</p>
      </header>
      {isOver && (
        <Notice tone="caution">
          <p>{t(floor.cancelled ? "over.cancelled" : "over.words")}</p>
          {!floor.cancelled && (
            <p>
              <Link to={paths.roundtableMinutes(language, id)}>{t("over.minutes")}</Link>
            </p>
          )}
        </Notice>
      )}
      <RoomTabs part={part} unseen={unseenHere.length} onOpen={setPart} />
      <div className="room-panes">
        <section className="room-part" id="room-agenda" aria-labelledby="agenda">
          <AgendaPane room={room} onOpen={() => setPart("conversation")} />
        </section>
        <section
          className="room-part"
          id="room-conversation"
          aria-labelledby="conversation"
          ref={conversation}
        >
          {current && elsewhere !== null && (
            <Notice>
              <p>
                {t("elsewhere.words")}{" "}
                <Link to={paths.room(language, id, { item: String(elsewhere) })} preventScrollReset>
                  {worded(current.title, language)}
                </Link>
              </p>
            </Notice>
          )}
          <WithoutScripts>
            {() => (
              <p>
                <a href={paths.room(language, id, { item: String(item) })}>{t("reload")}</a>
              </p>
            )}
          </WithoutScripts>
          <Conversation room={room} acts={acts} unseen={unseen} />
          <p role="status" className="visually-hidden">
            {toldHere.length > 1 && t("told.several", { count: toldHere.length })}
            {toldHere.length === 1 && told && t("told.one", { who: who(told), text: told.text ?? "" })}
          </p>
          {firstUnseen && (
            <p className="room-unseen">
              <a
                href={`#${paths.saidAnchor(firstUnseen.id)}`}
                onClick={(event) => {
                  event.preventDefault();
                  const there = document.getElementById(paths.saidAnchor(firstUnseen.id));
                  there?.scrollIntoView({ block: "center" });
                  if (there) setCursor(there, { preventScroll: true });
                }}
              >
                {t("unseen", { count: unseenHere.length })}
              </a>
            </p>
          )}
          {(takes || answered) && (
            <Composer
              key={`${item}`}
              room={room}
              answered={answered}
              onAnswer={setAnswering}
              onSaying={saying}
            />
          )}
          {takes && floor.items[item]?.state === "open" && (
            <FileComposer roundtableId={id} item={item} modes={session.modes} />
          )}
        </section>
        <section className="room-part" id="room-floor" aria-labelledby="floor">
          <FloorPane
            roundtableId={id}
            floor={floor}
            items={session.items.map(({ title }) => title)}
            questions={room.contributions.filter(({ kind }) => kind === "question")}
            me={room.memberId}
            chairs={room.chairs}
          />
        </section>
      </div>
      {isClient && session.presence === "organisations" && !isOver && (
        <PresenceBeat roundtableId={id} live={live} />
      )}
    </article>
  );
}
