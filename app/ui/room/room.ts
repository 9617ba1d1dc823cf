import type { Text } from "~/domain/advisories/advisory.form";
import type { Contribution } from "~/domain/contributions/contribution";
import type { FoundRoom } from "~/domain/floor/room.server";
import type { FoundTable } from "~/domain/floor/table.server";

/** How the floor stands: hands, polls, items of the agenda, votes for questions, who is here. */
export type Floor = FoundRoom["floor"];
export type RoomItem = Floor["items"][number];
export type RoomPoll = Floor["polls"][number];
export type RoomVote = Floor["votes"][number];
export type RoomHand = Floor["hands"][number];

export type { Contribution };

/** What the page of a room shows. */
export type RoomShown = Omit<FoundRoom, "lastMoved"> & {
  id: string;
  /** The reader's own. */
  memberId: string;
  timeZone: string;
  today: string;
  /** The item of the agenda that is open on the page, from 0. */
  item: number;
  table: FoundTable;
  /** Of what will be said next: at random, so that a form sent twice says it once. */
  sayId: string;
  /** What the reader is answering or translating, where the address says so. */
  answering: string | null;
  translating: string | null;
  /** A machine may be asked to translate. */
  hasTranslator: boolean;
};

/** A text in the reader's language, else in the other. */
export const worded = (text: Text, language: "es" | "en") => text[language] || text.es || text.en;
