import { createContext, useContext } from "react";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import type { DraftKeeper, Snapshot } from "./draft-keeper";

export type DeskComment = {
  id: string;
  path: string;
  body: string;
  at: Date;
  name: string | null;
  organisation: string | null;
  resolvedAt: Date | null;
};
export type Present = { memberId: string; name: string; organisation: string; path: string };

/** What every part of a draft's page shares. */
export type Desk = {
  draftId: string;
  number: string;
  /** Version that the draft amends; null in a first one. */
  baseVersion: number | null;
  /** Red flags of this advisory that stood in a version: withdrawn or merged, never removed. */
  issuedFlags: readonly string[];
  keeper: DraftKeeper;
  shown: Snapshot;
  /** Of values that cannot be published as they stand: why, by their path. */
  faults: ReadonlyMap<string, string>;
  /** False for who may only read, and while an embargo stands. */
  editable: boolean;
  comments: DeskComment[];
  others: Present[];
  /** Pieces whose thread of comments is unfolded. */
  openThreads: ReadonlySet<string>;
  toggleThread(path: string): void;
  keyTerms: string[];
  timeZone: string;
  /** Says in which piece the cursor is; empty when it leaves. */
  writingAt(path: string): void;
  /** Piece to bring into view, opening what folds over it. */
  revealed: { path: string; count: number };
  reveal(path: string): void;
  authorities: { id: string; shortName: string }[];
  institutions: { id: string; shortName: string }[];
  /** Staff of authorities: persons that can be named as readers of TLP:RED. */
  staff: { id: string; name: string; organisation: string }[];
  typologies: { code: string; name: AdvisoryContent["title"] }[];
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("a part of the desk outside of a draft");
  return desk;
}
