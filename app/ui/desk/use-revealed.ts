import { type RefObject, useEffect } from "react";
import { useDesk } from "./desk-context";

const fields = "textarea, input";

/** When the piece at `path` is to be seen: `box` comes into view, and the cursor into it or into its first field. */
export function useRevealed(path: string, box: RefObject<HTMLElement>) {
  const { revealed } = useDesk();
  useEffect(() => {
    if (revealed.path !== path || !box.current) return;
    const field = box.current.matches(fields) ? box.current : box.current.querySelector<HTMLElement>(fields);
    field?.focus({ preventScroll: true });
    box.current.scrollIntoView({ block: "center" });
  }, [revealed, path, box]);
}
