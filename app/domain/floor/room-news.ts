import type { FoundRoom } from "./room.server";

type Floor = FoundRoom["floor"];
/** The floor as everyone at the table sees it: what a reader themselves voted is apart. */
export type SharedFloor = Omit<Floor, "votes" | "polls"> & {
  votes: { contributionId: string; votes: number }[];
  polls: Omit<Floor["polls"][number], "voted">[];
};
/** Ids of the questions that a reader voted for, and of the polls they voted in. */
export type OwnVotes = { votes: string[]; polls: string[] };

/** What an open page hears: what was said or changed since what it has, and how the floor stands at that revision. */
export type RoomNews = {
  revision: number;
  contributions: FoundRoom["contributions"];
  floor: SharedFloor;
  /** Absent where it has not changed. */
  own?: OwnVotes;
};

export const sharedFloor = ({ votes, polls, ...floor }: Floor): SharedFloor => ({
  ...floor,
  votes: votes.map(({ contributionId, votes: count }) => ({ contributionId, votes: count })),
  polls: polls.map(({ voted: _, ...poll }) => poll),
});

export const ownVotes = ({ votes, polls }: Floor): OwnVotes => ({
  votes: votes.filter(({ own }) => own).map(({ contributionId }) => contributionId),
  polls: polls.filter(({ voted }) => voted).map(({ id }) => id),
});

/** The floor as one reader sees it. */
export const floorWith = ({ votes, polls, ...floor }: SharedFloor, own: OwnVotes): Floor => ({
  ...floor,
  votes: votes.map((one) => ({ ...one, own: own.votes.includes(one.contributionId) })),
  polls: polls.map((poll) => ({ ...poll, voted: own.polls.includes(poll.id) })),
});
