import { useCallback, useEffect, useRef, useState } from "react";
import { v4 as newId } from "uuid";
import type { SheetPulse } from "~/domain/answers/sheet-pulse.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useBeat } from "~/ui/live/use-beat";
import { useLive } from "~/ui/live/use-live";
import { useKeeper } from "~/ui/page/use-keeper";
import { screen, stopsText } from "~/ui/screening/stops-text";
import { type Mine, sheetDrawer } from "./kept-answers";
import { askForSheet, type SavedEntry, type SheetNow } from "./send-answers";
import { SheetKeeper } from "./sheet-keeper";

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
        stops: stopsText,
        name,
      }),
  );
  useEffect(() => {
    // Fetched while there is a line: words are also looked at where there is none.
    void screen();
  }, []);
  const shown = useKeeper(keeper);
  useEffect(() => keeper.receive(entries), [keeper, entries]);
  return { keeper, shown };
}

const everyMs = 5000;

type Here = { roundId: string; row: number; keeper: SheetKeeper; over(): void };

/** Tells colleagues at which row this page is, and brings what they answered. `over`: there is no sheet any more. */
export function useColleagues({ roundId, row, keeper, over }: Here) {
  const language = useLanguage();
  const [others, setOthers] = useState<SheetPulse["others"]>([]);
  const [now, setNow] = useState<SheetNow>();
  const stamp = useRef<string | null>(null);

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
  const line = useLive<SheetPulse>(paths.roundAct(language, roundId, "events"), {
    name: "sheet",
    heard,
    ended: over,
  });
  // Whoever goes to another row says so at once.
  const says = useCallback((): [string, string] => ["row", String(row)], [row]);
  useBeat({
    address: paths.roundAct(language, roundId, "presence"),
    says,
    heard,
    live: line === "open",
    everyMs,
  });
  return { others, now };
}
