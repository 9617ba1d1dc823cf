import { type RefObject, useEffect } from "react";

/** Tells which of what is new has come into sight, while the page is looked at. */
export function useSeen(around: RefObject<HTMLElement>, unseen: Set<string>, seen: (ids: string[]) => void) {
  useEffect(() => {
    if (unseen.size === 0 || !around.current) return;
    const watch = new IntersectionObserver(
      (entries) => {
        const ids = entries
          .filter(({ isIntersecting }) => isIntersecting)
          .flatMap(({ target }) =>
            target instanceof HTMLElement ? [target.dataset.contribution ?? ""] : [],
          );
        if (ids.length > 0) seen(ids);
      },
      { threshold: 0.5 },
    );
    for (const id of unseen) {
      const there = around.current.querySelector(`[data-contribution="${id}"]`);
      if (there) watch.observe(there);
    }
    return () => watch.disconnect();
  }, [around, unseen, seen]);
}
