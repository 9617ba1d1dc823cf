import { useLocation } from "@remix-run/react";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

type Tell = (words: string | null) => void;
const Told = createContext<Tell>(() => {});

/** Tells readers, wherever on the page they are, that an act was done; null takes back what was told before. */
export const useTellDone = () => useContext(Told);

/** The line at the foot of the window that says which act was just done. It stays until the next one, or the next page. */
export function DoneActs({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const [told, setTold] = useState<{ words: string; page: string } | null>(null);
  const tell = useCallback<Tell>((words) => {
    setTold(words === null ? null : { words, page: window.location.pathname });
  }, []);
  return (
    <Told.Provider value={tell}>
      {children}
      <div className="done-line no-print" role="status">
        {told?.page === pathname && <p className="within">{told.words}</p>}
      </div>
    </Told.Provider>
  );
}
