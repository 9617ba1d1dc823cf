import { apart } from "~/domain/apart.server";
import type { Pages } from "./pages.server";

type Baring = { work: "bare"; mediaType: string; bytes: Uint8Array };
type Marking = { work: "mark"; bytes: Uint8Array; lines: string[] };
export type PageWork = Baring | Marking;

const most = { milliseconds: 20_000, megabytes: 512 };

const carriedOut = <Made>(given: PageWork) =>
  apart<Made | null>({ entry: ["files", "pages-thread.server.ts"], given, most }).catch(() => null);

/** Null for what cannot be opened, or not within reason; so the next. */
export const barePagesApart = (given: Omit<Baring, "work">) => carriedOut<Pages>({ work: "bare", ...given });

export const markPagesApart = (given: Omit<Marking, "work">) =>
  carriedOut<Uint8Array>({ work: "mark", ...given });
