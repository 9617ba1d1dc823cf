import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";

/** Asks the page's loaders again, never while they are being asked: that would throw away the answer on its way. */
export function useReload(): () => void {
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation();
  const idle = state === "idle" && navigation.state === "idle";
  const wanted = useRef(false);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking is looked at, also when nothing else has changed
  useEffect(() => {
    if (!idle || !wanted.current) return;
    // Data that do not come would take the page away; an open stream may tell of news when nothing else gets through.
    if (!navigator.onLine) {
      const again = () => setAsked((count) => count + 1);
      window.addEventListener("online", again, { once: true });
      return () => window.removeEventListener("online", again);
    }
    wanted.current = false;
    revalidate();
  }, [idle, asked, revalidate]);
  return useCallback(() => {
    wanted.current = true;
    setAsked((count) => count + 1);
  }, []);
}
