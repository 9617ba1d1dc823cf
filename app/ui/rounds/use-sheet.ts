import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { v4 as newId } from "uuid";
import type { SheetPulse } from "~/domain/answers/sheet-pulse.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useLive } from "~/ui/live/use-live";
import { type Mine, sheetDrawer } from "./kept-answers";
import { askForSheet, type SavedEntry, type SheetNow } from "./send-answers";
import { SheetKeeper } from "./sheet-keeper";

const screen = () => import("~/domain/screening/screen-text").catch(() => undefined);

/** Where the screen cannot be fetched the server's decides, as it does in any case. */
const stops = async (text: string) => ((await screen())?.screenText(text).length ?? 0) > 0;

type Opened = {
  roundId: string;
  memberId: string;
  name: string;
  entries: SavedEntry[];
  mine: Record<string, Mine>;
};

/** The keeper of a sheet for as long as its page is open. */
export function useSheet({ roundId, memberId, name, entries, mine }: Opened) {
  const language = useLanguage();
  const [keeper] = useState(
    () =>
      new SheetKeeper({
        entries,
        mine,
        address: paths.roundAct(language, roundId, "changes"),
        drawer: () => sheetDrawer(roundId, memberId, newId()),
        stops,
        name,
      }),
  );
  useEffect(() => {
    void keeper.open();
    // Fetched while there is a line: words are also looked at where there is none.
    void screen();
    window.addEventListener("online", keeper.flush);
    document.addEventListener("visibilitychange", keeper.flush);
    return () => {
      window.removeEventListener("online", keeper.flush);
      document.removeEventListener("visibilitychange", keeper.flush);
      keeper.close();
    };
  }, [keeper]);
  useEffect(() => keeper.receive(entries), [keeper, entries]);
  return { keeper, shown: useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot) };
}

/** How often an open page says that it is there; without a stream it hears of colleagues only in the answer. */
const everyMs = 5000;
const everyMsWhileLive = 12_000;

type Here = { roundId: string; row: number; keeper: SheetKeeper; over(): void };

/** Tells colleagues at which row this page is, and brings what they answered. `over`: there is no sheet any more. */
export function useColleagues({ roundId, row, keeper, over }: Here) {
  const language = useLanguage();
  const [others, setOthers] = useState<SheetPulse["others"]>([]);
  const [now, setNow] = useState<SheetNow>();
  const stamp = useRef<string | null>(null);
  const at = useRef(row);
  at.current = row;

  const heard = useCallback(
    async (pulse: SheetPulse) => {
      setOthers((before) =>
        JSON.stringify(before) === JSON.stringify(pulse.others) ? before : pulse.others,
      );
      if (stamp.current === pulse.stamp) return;
      stamp.current = pulse.stamp;
      const sheet = await askForSheet(paths.roundAct(language, roundId, "changes"));
      if (sheet === null) return over();
      if (!sheet) stamp.current = null;
      else {
        keeper.receive(sheet.entries);
        setNow(sheet);
      }
    },
    [keeper, language, over, roundId],
  );
  const live = useLive<SheetPulse>(paths.roundAct(language, roundId, "events"), {
    name: "sheet",
    heard,
    ended: over,
  });
  const beat = useCallback(async () => {
    const body = new FormData();
    body.set("row", String(at.current));
    const pulse = await fetch(paths.roundAct(language, roundId, "presence"), { method: "POST", body })
      .then((response): Promise<SheetPulse> | null => (response.ok ? response.json() : null))
      .catch(() => null);
    if (pulse) await heard(pulse);
  }, [heard, language, roundId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes to another row says so at once
  useEffect(() => {
    void beat();
    const look = () => {
      if (document.visibilityState === "visible") void beat();
    };
    const timer = setInterval(look, live ? everyMsWhileLive : everyMs);
    return () => clearInterval(timer);
  }, [beat, live, row]);
  return { others, now };
}
