import type { ReactNode } from "react";
import { useIsClient } from "./use-is-client";

/** What is for pages without scripts alone: made by the server, and never again once scripts have taken the page over. */
export function WithoutScripts({ children }: { children: () => ReactNode }) {
  return useIsClient() ? null : <noscript>{children()}</noscript>;
}
