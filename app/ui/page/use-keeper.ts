import { useEffect, useSyncExternalStore } from "react";

/** What holds in the browser what is not saved yet. */
type Keeper<Snapshot> = {
  /** Takes over what an earlier page left and begins to send it. */
  open(): Promise<void>;
  /** Sends now what waits. */
  flush(): void;
  close(): void;
  subscribe(listener: () => void): () => void;
  snapshot(): Snapshot;
};

/** What a keeper shows, for as long as its page is open; it sends at once when the line or the reader comes back. */
export function useKeeper<Snapshot>(keeper: Keeper<Snapshot>): Snapshot {
  useEffect(() => {
    void keeper.open();
    window.addEventListener("online", keeper.flush);
    document.addEventListener("visibilitychange", keeper.flush);
    return () => {
      window.removeEventListener("online", keeper.flush);
      document.removeEventListener("visibilitychange", keeper.flush);
      keeper.close();
    };
  }, [keeper]);
  return useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot);
}
