import type { Text } from "~/domain/advisories/advisory.form";
import type { Contribution } from "~/domain/contributions/contribution";
import type { FoundRoom } from "~/domain/floor/room.server";

/** How the floor stands: hands, polls, items of the agenda, votes for questions, who is here. */
export type Floor = FoundRoom["floor"];
export type RoomItem = Floor["items"][number];
export type RoomPoll = Floor["polls"][number];
export type RoomVote = Floor["votes"][number];
export type RoomHand = Floor["hands"][number];
/** The session as its agenda has it: title, items, rules, times. */
export type RoomSession = FoundRoom["session"];

export type { Contribution };

/** What the page of a room shows. */
export type RoomShown = FoundRoom & {
  id: string;
  /** The reader's own. */
  memberId: string;
  timeZone: string;
  /** The item of the agenda that is open on the page, from 0. */
  item: number;
};

/** One thing of the agenda in the reader's language, else in the other. */
export const worded = (text: Text, language: "es" | "en") => text[language] || text.es || text.en;
