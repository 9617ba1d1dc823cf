import { useEffect, useRef, useState } from "react";

/** After a refusal, which a browser does not try again by itself. */
const againMs = 30_000;

type Hearing<Body> = {
  /** The event's name. */
  name: string;
  heard(body: Body): void;
  /** What the page has already: of what came after it nothing is missed. Without it the stream begins with how things stand. */
  after?(): string;
  /** The server says that there is nothing here for this reader any more. */
  ended(): void;
};

/** `down` once it was seen that there is none, not while the first answer is on its way. */
type Line = "connecting" | "open" | "down";

/** Hears server-sent events while the page is in sight. While its line is not open the page has to ask by itself. */
export function useLive<Body>(address: string, { name, heard, after, ended }: Hearing<Body>): Line {
  const [line, setLine] = useState<Line>("connecting");
  const told = useRef({ heard, after, ended });
  told.current = { heard, after, ended };

  useEffect(() => {
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const close = () => {
      clearTimeout(again);
      source?.close();
      source = undefined;
    };
    const leave = () => {
      close();
      setLine("connecting");
    };
    const listen = () => {
      close();
      const has = told.current.after?.();
      source = new EventSource(has === undefined ? address : `${address}?after=${encodeURIComponent(has)}`);
      source.addEventListener("open", () => setLine("open"));
      source.addEventListener("error", () => {
        setLine("down");
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(listen, againMs);
      });
      source.addEventListener(name, ({ data }) => {
        const body: Body = JSON.parse(data);
        told.current.heard(body);
      });
      source.addEventListener("ended", () => {
        leave();
        told.current.ended();
      });
    };
    // A page out of sight keeps no connection: a browser has few for each host.
    const look = () => (document.visibilityState === "visible" ? listen() : leave());
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      leave();
    };
  }, [address, name]);

  return line;
}
