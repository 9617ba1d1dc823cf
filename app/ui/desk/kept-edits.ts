import type { DraftChange } from "~/domain/drafts/draft-change";

/** What a page has not yet brought to the server: kept in the browser so that a reload, a crash or a lost network loses nothing. */
export type KeptEdits = { pending: DraftChange[]; held: Record<string, Held> };

/** A text of ours that the server did not take: someone changed the same words (`theirs`), or it does not fit (`reason`). */
export type Held = { mine: unknown; theirs?: unknown; reason?: string };

const prefix = (draftId: string, memberId: string) => `ribera:desk:${draftId}:${memberId}:`;
const lockOf = (key: string) => `${key}:open`;

/**
 * One drawer per open page, so that two tabs of one person do not overwrite each other. A page holds a lock while it is open;
 * what a page left behind that is no longer open is taken over by the next.
 */
export class Drawer {
  readonly #key: string;
  readonly #prefix: string;
  /** False when the browser would not take it: storage full or forbidden. */
  kept = true;

  constructor(draftId: string, memberId: string, page: string) {
    this.#prefix = prefix(draftId, memberId);
    this.#key = this.#prefix + page;
    navigator.locks?.request(lockOf(this.#key), () => new Promise(() => {})).catch(() => {});
  }

  keep(edits: KeptEdits) {
    try {
      if (edits.pending.length === 0 && Object.keys(edits.held).length === 0) {
        localStorage.removeItem(this.#key);
      } else localStorage.setItem(this.#key, JSON.stringify(edits));
      this.kept = true;
    } catch {
      this.kept = false;
    }
  }

  async takeOver(): Promise<KeptEdits> {
    const found: KeptEdits = { pending: [], held: {} };
    try {
      const open = new Set((await navigator.locks?.query())?.held?.map(({ name }) => name));
      const left = Object.keys(localStorage).filter(
        (key) => key.startsWith(this.#prefix) && key !== this.#key && !open.has(lockOf(key)),
      );
      for (const key of left.sort()) {
        // Written by `keep` above; a reader of another version finds the same two fields.
        const edits = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<KeptEdits>;
        found.pending.push(...(edits.pending ?? []));
        Object.assign(found.held, edits.held);
        localStorage.removeItem(key);
      }
    } catch {
      this.kept = false;
    }
    return found;
  }
}
