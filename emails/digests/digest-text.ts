import { wrapped } from "../letter-text";
import type { Digest } from "./digest";

/** The same digest as one writes it by hand. */
export function digestText({ label, greeting, intro, parts, remarks, footer, links }: Digest): string {
  const told = parts.flatMap(({ heading, items }) => [
    `${heading}:`,
    ...items.map(({ title, marks, lines, url }) =>
      [`* ${title}`, marks, ...lines, url].filter((line) => line !== "").join("\n"),
    ),
  ]);
  const ends = links.map(({ label: name, url }) => `${name}:\n${url}`);
  return [label, greeting, intro, ...told, ...remarks, "--", ...footer, ...ends]
    .map(wrapped)
    .join("\n\n")
    .concat("\n");
}
