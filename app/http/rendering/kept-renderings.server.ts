import { createHash } from "node:crypto";
import { serialize } from "node:v8";
import { LRUCache } from "lru-cache";
import type { Rendering } from "./marks.server";

const mostBytes = 16 * 1024 * 1024;
// What a page says about today must not be older than this.
const maxAgeMs = 10 * 60 * 1000;

const kept = new LRUCache<string, Rendering>({
  maxSize: mostBytes,
  sizeCalculation: ({ bytes, pieces }) => bytes + pieces.length * 100 + 500,
  ttl: maxAgeMs,
  ttlResolution: 1000,
});

/** What a page is rendered from, apart from what is personal. */
type Source = { url: string; language: string; data: unknown };

/** Undefined: something in it cannot be told apart by its bytes (a promise, a function). */
export function keyOf(source: Source): string | undefined {
  try {
    return createHash("sha256").update(serialize(source)).digest("base64url");
  } catch {
    return undefined;
  }
}

let reused = 0;

export function findRendering(key: string) {
  const found = kept.get(key);
  if (found) reused += 1;
  return found;
}

/** How often a rendering was found, since this process began. */
export const countReused = () => reused;
export const keepRendering = (key: string, rendering: Rendering) => void kept.set(key, rendering);
