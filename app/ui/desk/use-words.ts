import { useCallback, useEffect, useState } from "react";
import { v4 as newId } from "uuid";
import type { Words } from "~/domain/drafts/change-words";
import { useReload } from "~/ui/live/use-reload";
import { useKeeper } from "~/ui/page/use-keeper";
import { screen, stopsText } from "~/ui/screening/stops-text";
import { DraftKeeper, type Snapshot } from "./draft-keeper";
import { type Held, wordsDrawer } from "./kept-edits";

export type Writing = { keeper: DraftKeeper<Words>; shown: Snapshot<Words> };

type Opened = {
  /** What is written, of everything that this browser may keep. */
  place: string;
  memberId: string;
  words: Words;
  revision: number;
  address: string;
  held: Record<string, Held>;
};

/** The keeper of a short text in both languages for as long as its page is open. What others saved comes when its reader returns to it. */
export function useWords({ place, memberId, words, revision, address, held }: Opened): Writing {
  const reload = useReload();
  const [keeper] = useState(
    () =>
      new DraftKeeper<Words>({
        saved: { content: words, contentHash: String(revision), revision },
        address,
        drawer: () => wordsDrawer(place, memberId, newId()),
        onSaved: reload,
        held,
        stops: stopsText,
      }),
  );
  useEffect(() => {
    // Fetched while there is a line: words are also looked at where there is none.
    void screen();
  }, []);
  const cameBack = useCallback(() => {
    if (document.visibilityState === "visible") reload();
  }, [reload]);
  useEffect(() => {
    document.addEventListener("visibilitychange", cameBack);
    return () => document.removeEventListener("visibilitychange", cameBack);
  }, [cameBack]);
  const shown = useKeeper(keeper);
  useEffect(
    () => keeper.receive({ content: words, contentHash: String(revision), revision }),
    [keeper, words, revision],
  );
  return { keeper, shown };
}
