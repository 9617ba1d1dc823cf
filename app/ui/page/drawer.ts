const lockOf = (key: string) => `${key}:open`;

/**
 * What a page has not yet brought to the server, kept in this browser so that a reload, a crash or a lost network loses nothing.
 * One drawer per open page, so that two tabs of one person do not overwrite each other. A page holds a lock while it is open;
 * what a page left behind that is no longer open is taken over by the next.
 */
export class Drawer<Kept> {
  readonly #key: string;
  readonly #prefix: string;
  /** False when the browser would not take it: storage full or forbidden. */
  kept = true;

  constructor(prefix: string, page: string) {
    this.#prefix = prefix;
    this.#key = prefix + page;
    navigator.locks?.request(lockOf(this.#key), () => new Promise(() => {})).catch(() => {});
  }

  /** Undefined: there is nothing to keep. */
  keep(kept: Kept | undefined) {
    try {
      if (kept === undefined) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(kept));
      this.kept = true;
    } catch {
      this.kept = false;
    }
  }

  async takeOver(): Promise<Partial<Kept>[]> {
    const found: Partial<Kept>[] = [];
    try {
      const open = new Set((await navigator.locks?.query())?.held?.map(({ name }) => name));
      const left = Object.keys(localStorage).filter(
        (key) => key.startsWith(this.#prefix) && key !== this.#key && !open.has(lockOf(key)),
      );
      for (const key of left.sort()) {
        // Written by `keep` above, perhaps by an older version of the page.
        found.push(JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Kept>);
        localStorage.removeItem(key);
      }
    } catch {
      this.kept = false;
    }
    return found;
  }
}
