import { useCallback, useEffect } from "react";

const everyMsWhileLive = 12_000;

type Beat<Pulse> = {
  address: string;
  /** The name and value of what is said of this page, just then. */
  says(): [string, string];
  heard(pulse: Pulse): void | Promise<void>;
  /** Whether a stream brings the same: without one it comes only in the answer, and is asked for every `everyMs`. */
  live: boolean;
  everyMs: number;
};

/** Says now and then, and whenever `says` changes, that this page is open, and hears what is new. Answers what says it at once. */
export function useBeat<Pulse>({ address, says, heard, live, everyMs }: Beat<Pulse>) {
  const beat = useCallback(async () => {
    const body = new FormData();
    body.set(...says());
    const pulse = await fetch(address, { method: "POST", body })
      .then((response): Promise<Pulse> | null => (response.ok ? response.json() : null))
      .catch(() => null);
    if (pulse) await heard(pulse);
  }, [address, says, heard]);
  useEffect(() => {
    void beat();
    const look = () => {
      if (document.visibilityState === "visible") void beat();
    };
    const timer = setInterval(look, live ? everyMsWhileLive : everyMs);
    return () => clearInterval(timer);
  }, [beat, live, everyMs]);
  return beat;
}
