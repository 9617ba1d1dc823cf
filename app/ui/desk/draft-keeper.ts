import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import type { DraftChange } from "~/domain/drafts/draft-change";
import type { Drawer } from "~/ui/page/drawer";
import { pauseAfter, type SaveState } from "~/ui/page/saving";
import type { Held, KeptEdits } from "./kept-edits";
import { valueAt, withOurs } from "./overlay";
import { type Answer, sendChanges } from "./send-changes";

/** Texts longer than this are not sent: the content model would not take them. */
export const longestText = 200_000;
const pauseMs = 700;

export type Snapshot<Content = AdvisoryContent> = {
  /** The draft as this page shows it: what is saved with our unsaved words on top. */
  content: Content;
  contentHash: string;
  revision: number;
  state: SaveState;
  /** Why saving stopped: a refusal's reason. */
  problem: { reason: string; facts: Record<string, unknown> } | null;
  /** By path: our words that the server did not take. */
  held: Record<string, Held>;
  /** Changes not yet on the server. */
  unsaved: number;
  /** False: the browser would not keep them either. */
  kept: boolean;
};

type Saved<Content> = Pick<Snapshot<Content>, "content" | "contentHash" | "revision">;
type Options<Content> = {
  saved: Saved<Content>;
  address: string;
  drawer: () => Drawer<KeptEdits>;
  onSaved: () => void;
  /** From a form that was sent without scripts and not taken whole. */
  held?: Record<string, Held>;
  /** That a text carries what must not be stored: such a text does not leave the page. */
  stops?: (text: string) => Promise<boolean>;
};

/**
 * Holds a draft in the browser: shows every edit at once, sends edits one by one in order after a pause, tries again when
 * the server cannot be reached, and keeps whatever is not saved. React reads it through `useSyncExternalStore`.
 */
export class DraftKeeper<Content = AdvisoryContent> {
  #saved: Saved<Content>;
  #pending: DraftChange[] = [];
  /** How many at the head of `#pending` are on their way. */
  #sent = 0;
  #held: Record<string, Held>;
  #state: SaveState = "saved";
  #problem: Snapshot<Content>["problem"] = null;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawer: Drawer<KeptEdits> | undefined;
  #listeners = new Set<() => void>();
  #snapshot: Snapshot<Content>;
  readonly #options: Options<Content>;

  constructor(options: Options<Content>) {
    this.#options = options;
    this.#held = options.held ?? {};
    this.#saved = options.saved;
    this.#snapshot = this.#look();
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  snapshot = () => this.#snapshot;

  /** In the browser only: takes over what an earlier page left unsaved and begins to send it. */
  async open() {
    this.#drawer = this.#options.drawer();
    const left = await this.#drawer.takeOver();
    this.#pending = [...left.flatMap(({ pending = [] }) => pending), ...this.#pending];
    this.#held = Object.assign({}, ...left.map(({ held }) => held), this.#held);
    this.#changed();
    if (this.#pending.length > 0) this.#soon(0);
  }

  close() {
    clearTimeout(this.#timer);
  }

  /** What the server says now, from a page load or after another's edit. */
  receive(saved: Saved<Content>) {
    if (saved.revision < this.#saved.revision || saved.contentHash === this.#saved.contentHash) return;
    this.#saved = saved;
    this.#changed();
  }

  set(path: string, before: unknown, after: unknown) {
    const held = this.#held[path];
    if (held?.theirs !== undefined) {
      this.#held = { ...this.#held, [path]: { ...held, mine: after } };
      return this.#changed();
    }
    if (held) this.#release(path);
    if (typeof after === "string" && after.length > longestText) {
      this.#drop(path);
      this.#held = { ...this.#held, [path]: { mine: after, reason: "too_long" } };
      return this.#changed();
    }
    const start = held ? valueAt(this.#saved.content, path) : before;
    const last = this.#pending.at(-1);
    if (last?.kind === "set" && last.path === path && this.#pending.length > this.#sent) {
      this.#pending = [...this.#pending.slice(0, -1), { ...last, now: after }];
    } else this.#pending = [...this.#pending, { kind: "set", path, was: start, now: after }];
    this.#changed();
    this.#soon(pauseMs);
  }

  /** An edit of structure: sent at once. */
  change(change: DraftChange) {
    this.#pending = [...this.#pending, change];
    this.#changed();
    this.#soon(50);
  }

  /** Ends a conflict: what stands in our field replaces the other's text. */
  keepMine(path: string) {
    const held = this.#held[path];
    if (!held) return;
    this.#release(path);
    this.#pending = [...this.#pending, { kind: "set", path, was: held.theirs, now: held.mine }];
    this.#changed();
    this.#soon(0);
  }

  takeTheirs(path: string) {
    this.#release(path);
    this.#changed();
  }

  /** Gives up everything that is not saved. */
  giveUp() {
    this.#pending = this.#pending.slice(0, this.#sent);
    this.#held = {};
    this.#problem = null;
    this.#state = "saved";
    this.#changed();
  }

  /** Sends now what waits. */
  flush = () => {
    if (this.#pending.length > 0 && this.#state !== "saving") this.#soon(0);
  };

  #release(path: string) {
    const { [path]: _, ...rest } = this.#held;
    this.#held = rest;
  }

  #drop(path: string) {
    this.#pending = this.#pending.filter(
      (change, i) => i < this.#sent || change.kind !== "set" || change.path !== path,
    );
  }

  #soon(ms: number) {
    if (this.#state === "saving") return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), ms);
  }

  async #send() {
    if (this.#state === "saving" || this.#pending.length === 0) return;
    this.#state = "saving";
    this.#changed();
    await this.#holdWhatIsStopped();
    const changes = this.#pending;
    if (changes.length === 0) {
      this.#state = "saved";
      return this.#changed();
    }
    this.#sent = changes.length;
    this.#settle(await sendChanges(this.#options.address, changes), changes);
    this.#changed();
    const { state } = this.#snapshot;
    if (state === "waiting") this.#soon(pauseMs);
    else if (state === "away") this.#soon(pauseAfter(this.#failures));
    else if (state === "saved") this.#options.onSaved();
  }

  async #holdWhatIsStopped() {
    const { stops } = this.#options;
    if (!stops) return;
    const last = new Map(
      this.#pending.flatMap((one) => (one.kind === "set" ? [[one.path, one.now] as const] : [])),
    );
    for (const [path, now] of last) {
      if (typeof now !== "string" || !(await stops(now))) continue;
      // What was typed while it was looked at is looked at in its turn.
      const later = this.#pending.findLast((one) => one.kind === "set" && one.path === path);
      if (later?.kind !== "set" || later.now !== now) continue;
      this.#drop(path);
      this.#held = { ...this.#held, [path]: { mine: now, reason: "screened" } };
    }
  }

  #settle(answer: Answer<Content>, changes: DraftChange[]) {
    this.#sent = 0;
    if (answer.kind === "away") {
      this.#failures += 1;
      this.#state = "away";
      return;
    }
    this.#failures = 0;
    if (answer.kind === "refused") {
      this.#problem = answer;
      this.#state = "stopped";
      return;
    }
    this.#problem = null;
    this.#pending = this.#pending.slice(changes.length);
    for (const { path, mine, theirs } of answer.conflicts) {
      const later = this.#pending.findLast((change) => change.kind === "set" && change.path === path);
      this.#drop(path);
      this.#held = {
        ...this.#held,
        [path]: { mine: later?.kind === "set" ? later.now : mine, theirs },
      };
    }
    for (const { path, reason } of answer.refusals) {
      const asked = changes.findLast((change) => change.kind === "set" && change.path === path);
      this.#held = {
        ...this.#held,
        [path]: { mine: asked?.kind === "set" ? asked.now : undefined, reason },
      };
    }
    this.#saved = answer.saved;
    this.#state = this.#pending.length > 0 ? "waiting" : "saved";
  }

  #changed() {
    if (this.#state === "saved" && this.#pending.length > 0) this.#state = "waiting";
    if (this.#state === "stopped" && this.#pending.length === 0) this.#state = "saved";
    // What must not be stored is not stored here either.
    const held = Object.entries(this.#held).filter(([, { reason }]) => reason !== "screened");
    const isEmpty = this.#pending.length === 0 && held.length === 0;
    this.#drawer?.keep(isEmpty ? undefined : { pending: this.#pending, held: Object.fromEntries(held) });
    this.#snapshot = this.#look();
    for (const listener of this.#listeners) listener();
  }

  #look(): Snapshot<Content> {
    return {
      ...this.#saved,
      content: withOurs(this.#saved.content, this.#pending, this.#held),
      state: this.#state,
      problem: this.#problem,
      held: this.#held,
      unsaved: this.#pending.length + Object.keys(this.#held).length,
      kept: this.#drawer?.kept ?? true,
    };
  }
}
