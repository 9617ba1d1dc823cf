/** What If-Match allows: any state of the thing, or one of these revisions. */
export type EntityTags = "any" | number[];

export const revisionTag = (revision: number) => `"r${revision}"`;

/** The revisions that an If-Match header names; what is not a tag of ours, or a weak one, matches nothing. */
export function readTags(header: string | null): EntityTags | undefined {
  if (header === null || header.trim() === "") return undefined;
  if (header.trim() === "*") return "any";
  return header.split(",").flatMap((tag) => {
    const revision = /^"r(\d{1,9})"$/.exec(tag.trim())?.[1];
    return revision ? [Number(revision)] : [];
  });
}

/** Whether a thing at this revision is what the header asks for; without a header anything is. */
export const admitting = (tags: EntityTags | undefined) => (revision: number) =>
  tags === undefined || tags === "any" || tags.includes(revision);
