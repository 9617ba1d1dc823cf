import type { MetaDescriptor } from "@remix-run/react";

/** What a loader says of its page when the words come from its data: see `handle.title` and `meta` of a route. */
export type Titled = { title: string; description?: string };

const isTitled = (data: unknown): data is Titled =>
  typeof data === "object" && data !== null && "title" in data && typeof data.title === "string";

/** For `handle.title`: the loader's own title. */
export const titleInData = (_: unknown, data: unknown) => (isTitled(data) ? data.title : "");

/** For `meta`: the loader's own description. */
export const describe = ({ data }: { data: unknown }): MetaDescriptor[] =>
  isTitled(data) && data.description ? [{ name: "description", content: data.description }] : [];

const longest = 200;

/** The first words of a text in HTML, for search engines and for whoever the address is sent to. */
export function firstWords(html: string | undefined): string {
  const words = (html ?? "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return words.length > longest ? `${words.slice(0, words.lastIndexOf(" ", longest))}…` : words;
}
