import type { Letter } from "./letter";

const width = 72;

/** The same letter as one writes it by hand: no heading, no decoration, the address on a line of its own. */
export function letterText({ greeting, paragraphs, action, remarks, footer, links }: Letter): string {
  const parts = [greeting, ...paragraphs, action && `${action.label}:\n${action.url}`, ...remarks];
  const ends = links.map(({ label, url }) => `${label}:\n${url}`);
  return [...parts.filter((part) => part !== undefined), "--", ...footer, ...ends]
    .map(wrapped)
    .join("\n\n")
    .concat("\n");
}

/** Folded at words; an address is never broken. */
export const wrapped = (part: string) =>
  part
    .split("\n")
    .map((line) => {
      const lines = [""];
      for (const word of line.split(" ")) {
        const last = lines.at(-1) ?? "";
        if (last !== "" && last.length + 1 + word.length > width) lines.push(word);
        else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
      }
      return lines.join("\n");
    })
    .join("\n");
