/** PostgreSQL keeps neither NUL nor half a surrogate pair; neither is a word that anyone wrote. */
export function storable<Part>(part: Part): Part;
export function storable(part: unknown): unknown {
  if (typeof part === "string") return part.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD");
  if (Array.isArray(part)) return part.map(storable);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, held]) => [key, storable(held)]));
}
