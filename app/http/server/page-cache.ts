import { LRUCache } from "lru-cache";
import type { Ear } from "~db/hearing.server";

export type Encoding = "identity" | "gzip" | "br";

/** One encoding of a rendered page, ready for the socket. Headers are flat name-value lists, as `writeHead` takes them fastest. */
export type Variant = { etag: string; headers: string[]; unchanged: string[]; body: Buffer };
export type KeptPage = Record<Encoding, Variant>;

const maxBytes = 64 * 1024 * 1024;
// Days pass without anything being published; what a page says about today must not be older than this.
const maxAgeMs = 10 * 60 * 1000;

/**
 * Public pages as they were rendered, until something public changes. Shut while changes cannot be heard of:
 * a page is then rendered for each request rather than served stale.
 */
export class PageCache {
  #pages = new LRUCache<string, KeptPage>({
    maxSize: maxBytes,
    sizeCalculation: (page, key) =>
      key.length + 2000 + page.identity.body.length + page.gzip.body.length + page.br.body.length,
    ttl: maxAgeMs,
    ttlResolution: 1000,
  });
  #generation = 0;
  #open = false;
  #hits = 0;

  /** By which it learns that something public changed, in whichever process. */
  readonly ear: Ear = {
    heard: () => this.drop(),
    opened: () => this.open(),
    lost: () => this.shut(),
  };

  get(key: string): KeptPage | undefined {
    const page = this.#open ? this.#pages.get(key) : undefined;
    if (page) this.#hits += 1;
    return page;
  }

  get isOpen() {
    return this.#open;
  }

  get hits() {
    return this.#hits;
  }

  get bytes() {
    return this.#pages.calculatedSize;
  }

  /** Taken before a page is rendered and handed back with it: what was begun before a change is not kept after it. */
  get generation() {
    return this.#generation;
  }

  keep(key: string, page: KeptPage, generation: number) {
    if (this.#open && generation === this.#generation) this.#pages.set(key, page);
  }

  drop() {
    this.#generation++;
    this.#pages.clear();
  }

  open() {
    this.drop();
    this.#open = true;
  }

  shut() {
    this.#open = false;
    this.drop();
  }
}
