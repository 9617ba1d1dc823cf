import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useBeat } from "~/ui/live/use-beat";

const everyMs = 12_000;
const says = (): [string, string] => ["here", "1"];
const heard = () => {};

/** Says that the page is open, to those at the table, where the terms allow it. */
export function PresenceBeat({ roundtableId, live }: { roundtableId: string; live: boolean }) {
  useBeat({ address: paths.roomAct(useLanguage(), roundtableId, "presence"), says, heard, live, everyMs });
  return null;
}
