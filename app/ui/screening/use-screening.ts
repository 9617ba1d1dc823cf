import { useEffect, useState } from "react";
import type { Finding } from "~/domain/screening/finding";

const pauseMs = 400;

export type Screened = { text: string; findings: Finding[] };
type Shown = Screened & { /** There was something, and it was taken out. */ cleared?: boolean };

/** What the screen finds in a text while it is typed; the screen is fetched at the first letter, and the text stays here. */
export function useScreening(typed: string | undefined, found: Screened | undefined): Shown | undefined {
  const [screened, setScreened] = useState<Shown | undefined>(found);
  useEffect(() => setScreened(found), [found]);
  useEffect(() => {
    if (typed === undefined) return;
    let overtaken = false;
    const pause = setTimeout(async () => {
      // Without a line there is no screen to fetch: the server's own looks before anything is kept.
      const screen = await import("~/domain/screening/screen-text").catch(() => undefined);
      if (overtaken || !screen) return;
      const findings = screen.screenText(typed);
      setScreened((before) => {
        const warned = before !== undefined && (before.cleared || before.findings.length > 0);
        return { text: typed, findings, cleared: warned && findings.length === 0 };
      });
    }, pauseMs);
    return () => {
      overtaken = true;
      clearTimeout(pause);
    };
  }, [typed]);
  return screened;
}
