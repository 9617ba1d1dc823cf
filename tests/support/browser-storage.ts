import { vi } from "vitest";

/** A browser's own storage for one test, and no other page open; answers what is in it. */
export function aBrowserStorage(): Map<string, string> {
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      stored.set(key, value);
      Object.defineProperty(storage, key, { value, enumerable: true, configurable: true });
    },
    removeItem: (key: string) => {
      stored.delete(key);
      Reflect.deleteProperty(storage, key);
    },
  };
  for (const name of ["getItem", "setItem", "removeItem"]) {
    Object.defineProperty(storage, name, { enumerable: false });
  }
  vi.stubGlobal("localStorage", storage);
  // Nobody holds a lock: every page but the one that asks has been closed.
  vi.stubGlobal("navigator", { locks: { request: async () => {}, query: async () => ({ held: [] }) } });
  return stored;
}
