import { useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { floorWith, ownVotes, type RoomNews } from "~/domain/floor/room-news";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useLive } from "~/ui/live/use-live";
import { useReload } from "~/ui/live/use-reload";
import { forgetKeptWords } from "./kept-words";
import type { Contribution, RoomShown } from "./room";

type Heard = {
  revision: number;
  /** What the stream brought, each as of the revision that it came with. */
  said: Map<string, { at: number; one: Contribution }>;
  floor: RoomNews["floor"] | null;
  own: { at: number; votes: NonNullable<RoomNews["own"]> } | null;
  /** What came in last: to be read out. */
  latest: Contribution[];
  /** What came in and was not in sight yet. */
  unseen: Set<string>;
};
type Happening =
  | { what: "heard"; news: RoomNews; own: Set<string>; known: (id: string) => boolean }
  | { what: "seen"; ids: string[] };

const nothing: Heard = {
  revision: 0,
  said: new Map(),
  floor: null,
  own: null,
  latest: [],
  unseen: new Set(),
};

function after(before: Heard, happening: Happening): Heard {
  if (happening.what === "seen") {
    const unseen = new Set(before.unseen);
    for (const id of happening.ids) unseen.delete(id);
    return unseen.size === before.unseen.size ? before : { ...before, unseen };
  }
  const { news, own, known } = happening;
  // Reconnections can bring again what is here, never something older in its place.
  if (news.revision < before.revision) return before;
  const said = new Map(before.said);
  for (const one of news.contributions) said.set(one.id, { at: news.revision, one });
  const latest = news.contributions.filter(({ id }) => !before.said.has(id) && !known(id) && !own.has(id));
  return {
    revision: news.revision,
    said,
    floor: news.floor,
    own: news.own ? { at: news.revision, votes: news.own } : before.own,
    latest: latest.length > 0 ? latest : before.latest,
    unseen: new Set([...before.unseen, ...latest.map(({ id }) => id)]),
  };
}

const askEveryMs = 15_000;

/** A room as it was loaded and as it moved since, merged by revision; `shut` once it is no longer the reader's. */
export function useRoom(room: RoomShown) {
  const language = useLanguage();
  const navigate = useNavigate();
  const reload = useReload();
  const [heard, dispatch] = useReducer(after, nothing);
  const [shut, setShut] = useState(false);
  const own = useRef(new Set<string>());
  const loaded = useRef(room);
  loaded.current = room;
  const revision = Math.max(room.revision, heard.revision);
  const newest = useRef(revision);
  newest.current = revision;

  const terms = paths.roomTerms(language, room.id);
  const ended = useCallback(async () => {
    setShut(true);
    const answer = await fetch(terms).catch(() => undefined);
    // New terms: what was being written waits for their acceptance. Anything else is the end of it.
    if (answer?.ok && new URL(answer.url).pathname === terms) navigate(terms);
    else if (answer) forgetKeptWords(room.id);
  }, [terms, navigate, room.id]);

  const line = useLive<RoomNews>(paths.roomAct(language, room.id, "events"), {
    name: "room",
    after: () => String(newest.current),
    heard: (news) =>
      dispatch({
        what: "heard",
        news,
        own: own.current,
        known: (id) => loaded.current.contributions.some((one) => one.id === id),
      }),
    ended,
  });
  const live = line === "open";
  const isShut = shut;
  useEffect(() => {
    if (live || isShut) return;
    const timer = setInterval(() => document.visibilityState === "visible" && reload(), askEveryMs);
    return () => clearInterval(timer);
  }, [live, isShut, reload]);

  const contributions = useMemo(() => {
    const all = new Map(room.contributions.map((one) => [one.id, one]));
    for (const [id, { at, one }] of heard.said) if (at >= room.revision || !all.has(id)) all.set(id, one);
    return [...all.values()].sort((a, b) => a.position - b.position);
  }, [room.contributions, room.revision, heard.said]);
  const floor = useMemo(() => {
    if (!heard.floor || heard.revision < room.revision) return room.floor;
    const isNewer = heard.own !== null && heard.own.at >= room.revision;
    return floorWith(heard.floor, heard.own && isNewer ? heard.own.votes : ownVotes(room.floor));
  }, [room.floor, room.revision, heard.floor, heard.revision, heard.own]);

  return {
    shown: { ...room, revision, contributions, floor },
    line,
    shut,
    latest: heard.latest,
    unseen: heard.unseen,
    seen: useCallback((ids: string[]) => dispatch({ what: "seen", ids }), []),
    /** Said from this page: nothing new to its reader. */
    saying: useCallback((id: string) => void own.current.add(id), []),
  };
}
