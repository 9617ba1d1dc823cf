import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { paths } from "~/paths";

/** After an answer that did not come, how long until it is asked for again. */
const againMs = 5000;

/**
 * Asks the page's loaders again, never while they are being asked: that would throw away the answer on its way. Nor while they would
 * not answer: data that do not come take the page away, with all that is being written on it.
 */
export function useReload(): () => void {
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation();
  const idle = state === "idle" && navigation.state === "idle";
  const standing = useRef({ idle, revalidate });
  standing.current = { idle, revalidate };
  const wanted = useRef(false);
  const looking = useRef(false);
  const [asked, setAsked] = useState(0);
  const again = useCallback(() => setAsked((count) => count + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking is looked at, also when nothing else has changed
  useEffect(() => {
    if (!idle || !wanted.current || looking.current) return;
    // An open stream may tell of news when nothing else gets through.
    if (!navigator.onLine) {
      window.addEventListener("online", again, { once: true });
      return () => window.removeEventListener("online", again);
    }
    looking.current = true;
    void isThere().then((there) => {
      looking.current = false;
      if (!there) return setTimeout(again, againMs);
      // Asked for meanwhile: looked at once more when that is over.
      if (!standing.current.idle || !wanted.current) return undefined;
      wanted.current = false;
      return standing.current.revalidate();
    });
  }, [idle, asked]);
  return useCallback(() => {
    wanted.current = true;
    again();
  }, [again]);
}

const isThere = () =>
  fetch(paths.readiness()).then(
    ({ status }) => status < 500,
    () => false,
  );
