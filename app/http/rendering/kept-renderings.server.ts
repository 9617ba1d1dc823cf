import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Rendering } from "./marks.server";

const mostBytes = 16 * 1024 * 1024;
// What a page says about today must not be older than this.
const maxAgeMs = 10 * 60 * 1000;

type Draw = () => Promise<Rendering | undefined>;

const kept = new LRUCache<string, Rendering, Draw>({
  maxSize: mostBytes,
  sizeCalculation: ({ bytes, pieces }) => bytes + pieces.length * 100 + 500,
  ttl: maxAgeMs,
  ttlResolution: 1000,
  fetchMethod: (_key, _stale, { context: draw }) => draw(),
});

/** What a page is rendered from, apart from what is personal. */
export type Source = { url: string; language: string; data: unknown };

/** Undefined: something in it cannot be told apart by what JSON writes (a promise, a map). */
export function keyOf(source: Source): string | undefined {
  try {
    // Not v8.serialize: the same number is other bytes once the compiler holds it in another way.
    const text = JSON.stringify(source);
    return isTold(source.data) ? createHash("sha256").update(text).digest("base64url") : undefined;
  } catch {
    return undefined;
  }
}

function isTold(data: unknown): boolean {
  if (typeof data === "object" && data !== null) {
    if (data instanceof Date) return true;
    if (Array.isArray(data)) return data.every((one) => one !== undefined && isTold(one));
    const prototype = Object.getPrototypeOf(data);
    return (prototype === Object.prototype || prototype === null) && Object.values(data).every(isTold);
  }
  return typeof data === "number" ? Number.isFinite(data) : !untold.has(typeof data);
}
const untold = new Set(["function", "symbol", "bigint"]);

let reused = 0;

/** How often a rendering was used again, since this process began. */
export const countReused = () => reused;

type Render = {
  render(): Promise<Rendering>;
  /** Asked after rendering: what went wrong meanwhile is one request's alone. */
  isSound(): boolean;
};

/** The page as it was rendered from the same source before, or as it is rendered now, once for all who ask meanwhile. */
export async function renderingOf(source: Source, { render, isSound }: Render) {
  const key = keyOf(source);
  let own: Promise<Rendering> | undefined;
  const draw: Draw = async () => {
    own = render();
    const rendering = await own;
    return isSound() ? rendering : undefined;
  };
  const before = key ? await kept.fetch(key, { context: draw }).catch(() => undefined) : undefined;
  if (own || !before) return { rendering: await (own ?? render()), again: false };
  reused += 1;
  return { rendering: before, again: true };
}
