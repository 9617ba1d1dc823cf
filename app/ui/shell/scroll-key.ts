type Place = { key: string; hash: string };

/**
 * Under which name the place on a page is kept. A link to a paragraph of the same page gets no key from the browser, so all
 * of them would share one, and the second would lead back to where the first was left: each such step is its own.
 */
export function scrollKey({ key, hash }: Place): string {
  const unnamed = typeof document !== "undefined" && key === "default" && hash !== "";
  return unnamed ? Math.random().toString(36) : key;
}
