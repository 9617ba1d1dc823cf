import { createContext, useContext } from "react";

/** The id of the request that the page answers; undefined in the browser. */
export const RequestIdContext = createContext<string | undefined>(undefined);

/** The same words in the browser as the server wrote: there it is read off the page, under `data-request-id`. */
export function useRequestId(): string | undefined {
  const id = useContext(RequestIdContext);
  if (id !== undefined || typeof document === "undefined") return id;
  return document.querySelector<HTMLElement>("[data-request-id]")?.dataset.requestId;
}
