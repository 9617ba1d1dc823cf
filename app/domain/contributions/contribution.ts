import type { Language } from "~/domain/advisories/advisory.form";
import type { RoomFile } from "~/domain/files/room-file";
import type { Attribution } from "~/domain/roundtables/attribution";

export const mostLetters = 4000;

export const saidKinds = ["words", "question"] as const;
export type SaidKind = (typeof saidKinds)[number];
export type ContributionKind = SaidKind | "file";

export const hidingReasons = ["identifies", "report", "competition", "off-agenda", "disrespect"] as const;
export type HidingReason = (typeof hidingReasons)[number];

export const settlements = ["answered", "set-aside"] as const;
export type Settlement = (typeof settlements)[number];

/** As whom it stands: what its writer chose, and no more of them than that. */
export type Who = { name: string | null; organisation: string | null; sector: string | null };

/** Sealed with each contribution. */
export type SaidWords = { text: string; language: Language; who: Who };

/** Sealed with a file's contribution: what it is called, what it is and how large. */
export type ShownFile = RoomFile & { who: Who };

/** Why a chair did something, from a list, and in their own words where that needs any. */
export type GivenReason<Reason extends string> = { reason: Reason; note: string };

export type Contribution = {
  id: string;
  kind: ContributionKind;
  /** Of the agenda, from 0. */
  item: number;
  parentId: string | null;
  mode: Attribution;
  who: Who;
  /** Null: hidden, or a file. */
  text: string | null;
  language: Language | null;
  file: RoomFile | null;
  /** Its place among all of the room. */
  position: number;
  hidden: GivenReason<HidingReason> | null;
  settlement: Settlement | null;
  /** `by` null: by a machine. */
  translations: { language: Language; text: string; by: string | null }[];
};
