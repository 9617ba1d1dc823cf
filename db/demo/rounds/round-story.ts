import type { Sector, Text, Tlp } from "~/domain/advisories/advisory.form";
import type { ReplyOutcome } from "~/domain/replies/reply";
import type { countedQuestions } from "~/domain/rounds/questions";
import type { RoundMode } from "~/domain/rounds/round";
import type { Subject } from "~/domain/rounds/round.form";
import type { DemoAudience } from "../story";

/** A day on the calendar, as the advisories have, or days from when the demo is loaded. */
export type DemoDay = string | number;

/** What an institution wrote: of a red flag by its public id, or of the round as a whole. */
export type DemoPoint = {
  /** Key of the institution, a persona's or one of the panel. */
  by: string;
  redFlag?: string;
  question:
    | "missingRecords"
    | "suggestedWording"
    | "overlapsWith"
    | "newVariantSeen"
    | "corridor"
    | "questionToAuthority";
  written: string | string[] | { from: string; to: string };
  /** The theme that the authority sorts it into, by its key. */
  theme?: string;
};

export type DemoReply = {
  /** A theme by its key, or a red flag by its public id. */
  to: { theme: string } | { redFlag: string };
  said: Text;
  answer: Text;
  outcome: ReplyOutcome;
  note?: Text;
  amendedIn?: { number: string; n: number };
  writtenOn: DemoDay;
  /** Left out: it waits for the second officer. */
  releasedOn?: DemoDay;
};

/** How often each category of a question is answered; categories in the order of `countedQuestions`. */
export type Leaning = Partial<Record<(typeof countedQuestions)[number]["key"], number[]>>;

export type DemoRound = {
  key: string;
  authority: "FinCEN" | "CNBV" | "UIF";
  subject: Subject;
  /** Public ids; left out: all of the subject's. */
  redFlags?: string[];
  /** Loaded once this version is published and before the next one is; else after all advisories. */
  after?: { number: string; version: number };
  mode: RoundMode;
  title: Text;
  readersStatement: Text;
  invited: { jurisdictions: string[]; sectors: Sector[]; organisations: string[] };
  tlp: Tlp;
  audience: DemoAudience;
  plannedOn: DemoDay;
  openedOn?: DemoDay;
  closesOn: DemoDay;
  calledOffOn?: DemoDay;
  /** Keys of the institutions that answered and signed. */
  signed: string[];
  /** Sheets that are not signed: how many of the red flags are answered. */
  begun?: { by: string; redFlags: number }[];
  /** By public id, what is answered otherwise than usual; those of a jurisdiction alone under it. */
  leanings?: Record<string, Leaning & { MX?: Leaning; US?: Leaning }>;
  points: DemoPoint[];
  themes: { key: string; name: Text }[];
  replies: DemoReply[];
};
