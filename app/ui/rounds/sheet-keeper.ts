import { type Answer, type Answers, placeOf, questionAt } from "~/domain/answers/answer";
import type { Drawer } from "~/ui/page/drawer";
import { pauseAfter, type SaveState } from "~/ui/page/saving";
import type { KeptAnswers, Mine } from "./kept-answers";
import { type Reply, type SavedEntry, type Sent, sendAnswers } from "./send-answers";

/** Words are sent when typing pauses, a choice almost at once. */
const pauseMs = { words: 900, choice: 150 };

type Saved = Omit<SavedEntry, "row" | "question">;

export type Snapshot = {
  /** What the page shows: what is saved, with ours on top. */
  answers: Answers;
  saved: Record<string, Saved>;
  mine: Record<string, Mine>;
  state: SaveState;
  /** Why saving stopped: a refusal's reason. */
  problem: string | null;
  /** False: the browser would not keep them either. */
  kept: boolean;
};

type Options = {
  entries: SavedEntry[];
  /** From a form that was sent without scripts and not taken whole. */
  mine: Record<string, Mine>;
  address: string;
  drawer: () => Drawer<KeptAnswers>;
  /** That a text carries what must not be stored: such a text does not leave the page. */
  stops: (text: string) => Promise<boolean>;
  /** Whoever types. */
  name: string;
};

const isSame = (one: Answer, other: Answer) => JSON.stringify(one) === JSON.stringify(other);
const asPlace = (place: string) => {
  const [row = "", question = ""] = place.split(".");
  return { row: Number(row), question };
};
const isWords = (place: string) => {
  const { row, question } = asPlace(place);
  return questionAt(row, question)?.kind === "words";
};

/**
 * Holds an institution's sheet in the browser: shows every answer at once, sends what is new, tries again when the server
 * cannot be reached, and keeps whatever is not saved. Where a colleague was faster both answers are kept until one is chosen.
 */
export class SheetKeeper {
  #saved: Record<string, Saved>;
  #mine: Record<string, Mine>;
  #state: SaveState = "saved";
  #problem: string | null = null;
  #failures = 0;
  #oneByOne = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawer: Drawer<KeptAnswers> | undefined;
  #listeners = new Set<() => void>();
  #snapshot: Snapshot;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    this.#mine = options.mine;
    this.#saved = Object.fromEntries(
      options.entries.map(({ row, question, ...entry }) => [placeOf(row, question), entry]),
    );
    this.#snapshot = this.#look();
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  snapshot = () => this.#snapshot;

  /** In the browser only: takes over what an earlier page left unsent and begins to send it. */
  async open() {
    this.#drawer = this.#options.drawer();
    const left = await this.#drawer.takeOver();
    this.#mine = Object.assign({}, ...left.map(({ mine }) => mine), this.#mine);
    this.#changed();
    this.flush();
  }

  close() {
    clearTimeout(this.#timer);
  }

  /** What the server says now; what was saved from here since is not taken back. */
  receive(entries: SavedEntry[]) {
    for (const { row, question, ...entry } of entries) {
      const place = placeOf(row, question);
      const before = this.#saved[place];
      if (before && before.revision >= entry.revision) continue;
      this.#saved = { ...this.#saved, [place]: entry };
      const mine = this.#mine[place];
      if (mine && isSame(mine.answer, entry.answer)) this.#release(place);
    }
    this.#changed();
  }

  set(place: string, answer: Answer) {
    const mine = this.#mine[place];
    const saved = this.#saved[place];
    if (!mine && isSame(saved?.answer ?? null, answer)) return;
    const { reason: _, ...rest } = mine ?? { revision: saved?.revision ?? 0 };
    this.#mine = { ...this.#mine, [place]: { ...rest, answer } };
    this.#changed();
    if (!mine?.theirs) this.#soon(isWords(place) ? pauseMs.words : pauseMs.choice);
  }

  /** Ends a conflict: ours replaces the colleague's answer. */
  keepMine(place: string) {
    const mine = this.#mine[place];
    if (!mine?.theirs) return;
    this.#mine = { ...this.#mine, [place]: { answer: mine.answer, revision: mine.theirs.revision } };
    this.#changed();
    this.#soon(0);
  }

  takeTheirs(place: string) {
    this.#release(place);
    this.#changed();
  }

  /** Sends now what waits. */
  flush = () => {
    if (this.#state !== "saving" && this.#waiting().length > 0) this.#soon(0);
  };

  #release(place: string) {
    const { [place]: _, ...rest } = this.#mine;
    this.#mine = rest;
  }

  #waiting = () =>
    Object.entries(this.#mine).filter(
      ([, { answer, theirs, reason }]) => !theirs && !reason && !isHalf(answer),
    );

  #soon(ms: number) {
    if (this.#state === "saving") return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), ms);
  }

  async #send() {
    if (this.#state === "saving") return;
    this.#state = "saving";
    this.#changed();
    await this.#holdWhatIsStopped();
    const waiting = this.#waiting();
    const sent = waiting
      .slice(0, this.#oneByOne ? 1 : waiting.length)
      .map(
        ([place, { answer, revision }]): Sent => ({ ...asPlace(place), answer: orNone(answer), revision }),
      );
    const reply: Reply =
      sent.length > 0
        ? await sendAnswers(this.#options.address, sent)
        : { kind: "saved", kept: [], overtaken: [] };
    this.#settle(reply, sent);
    this.#changed();
    const { state } = this.#snapshot;
    if (state === "waiting") this.#soon(pauseMs.choice);
    if (state === "away") this.#soon(pauseAfter(this.#failures));
  }

  async #holdWhatIsStopped() {
    for (const [place, { answer }] of this.#waiting()) {
      if (typeof answer !== "string" || !isWords(place) || !(await this.#options.stops(answer))) continue;
      const mine = this.#mine[place];
      if (mine && mine.answer === answer)
        this.#mine = { ...this.#mine, [place]: { ...mine, reason: "screened" } };
    }
  }

  #settle(reply: Reply, sent: Sent[]) {
    this.#state = "saved";
    if (reply.kind === "away") {
      this.#failures += 1;
      this.#state = "away";
      return;
    }
    this.#failures = 0;
    this.#problem = null;
    if (reply.kind === "refused") {
      this.#refused(reply.reason, sent);
      return;
    }
    for (const { row, question, revision } of reply.kept) {
      const place = placeOf(row, question);
      const answer = sent.find((one) => one.row === row && one.question === question)?.answer ?? null;
      this.#saved = { ...this.#saved, [place]: { answer, revision, changedBy: this.#options.name } };
      const mine = this.#mine[place];
      if (!mine) continue;
      if (isSame(orNone(mine.answer), answer)) this.#release(place);
      else this.#mine = { ...this.#mine, [place]: { ...mine, revision } };
    }
    for (const { row, question, ...theirs } of reply.overtaken) {
      const place = placeOf(row, question);
      this.#saved = { ...this.#saved, [place]: theirs };
      const mine = this.#mine[place];
      if (mine) this.#mine = { ...this.#mine, [place]: { ...mine, theirs } };
    }
    if (this.#waiting().length > 0) this.#state = "waiting";
    else this.#oneByOne = false;
  }

  /** One answer that does not fit must not hold up the others: then each is sent by itself. */
  #refused(reason: string, sent: Sent[]) {
    const [one, ...others] = sent;
    if (!one || (reason !== "screened" && reason !== "answer_does_not_fit")) {
      this.#problem = reason;
      this.#state = "stopped";
      return;
    }
    if (others.length > 0) this.#oneByOne = true;
    else {
      const place = placeOf(one.row, one.question);
      const mine = this.#mine[place];
      if (mine) this.#mine = { ...this.#mine, [place]: { ...mine, reason } };
    }
    if (this.#waiting().length > 0) this.#state = "waiting";
  }

  #changed() {
    if (this.#state === "saved" && this.#waiting().length > 0) this.#state = "waiting";
    if (this.#state === "stopped" && this.#waiting().length === 0) this.#state = "saved";
    // What must not be stored is not stored here either.
    const keep = Object.entries(this.#mine).filter(([, { reason }]) => reason !== "screened");
    this.#drawer?.keep(keep.length > 0 ? { mine: Object.fromEntries(keep) } : undefined);
    this.#snapshot = this.#look();
    for (const listener of this.#listeners) listener();
  }

  #look(): Snapshot {
    const shown = Object.entries({ ...this.#saved, ...this.#mine });
    return {
      answers: Object.fromEntries(
        shown.flatMap(([place, { answer }]) => (answer === null || answer === "" ? [] : [[place, answer]])),
      ),
      saved: this.#saved,
      mine: this.#mine,
      state: this.#state,
      problem: this.#problem,
      kept: this.#drawer?.kept ?? true,
    };
  }
}

/** A corridor of which only one end is chosen yet. */
const isHalf = (answer: Answer) =>
  answer !== null &&
  typeof answer === "object" &&
  "from" in answer &&
  (answer.from === "" || answer.to === "");
/** Spaces alone are no answer. */
const orNone = (answer: Answer): Answer =>
  typeof answer === "string" && answer.trim() === "" ? null : answer;
