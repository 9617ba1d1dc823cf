import { readFileSync } from "node:fs";
import { type Kind, kinds } from "~/domain/screening/finding";
import { invented, spoilt, written } from "./invented-identifiers";
import { numbersFrom } from "./search-corpus";

export type Labelled = { language: "es" | "en"; text: string; holds: Kind[]; at: string };

const slot = /\{(!?)([a-z\d-]+)(?::([a-z\d-]+))?\}/g;

/**
 * A line is `kinds | sentence`, `pass | …` where there is nothing to find. `{curp}` stands for an invented one, `{!curp}` for one
 * whose check digit does not hold, `{clabe:dots}` for one written so; `\n` is a line end.
 */
export function readCorpus(name: string): Labelled[] {
  return (["es", "en"] as const).flatMap((language) => {
    const file = new URL(`screening-${name}.${language}.txt`, import.meta.url);
    return readFileSync(file, "utf8")
      .split("\n")
      .map((line, i) => ({ line, at: `${name}.${language}:${i + 1}` }))
      .filter(({ line }) => line.trim() !== "" && !line.startsWith("#"))
      .map(({ line, at }, i) => {
        const [label = "", ...rest] = line.split(" | ");
        const random = numbersFrom(i * 7919 + language.charCodeAt(0));
        const text = rest
          .join(" | ")
          .replaceAll("\\n", "\n")
          .replace(slot, (_, wrong, name, style) => fill(random, at, wrong === "!", name, style));
        return {
          language,
          text,
          holds:
            label.trim() === "pass"
              ? []
              : label
                  .trim()
                  .split(/\s+/)
                  .map((kind) => known(kind, at)),
          at,
        };
      });
  });
}

function fill(random: () => number, at: string, wrong: boolean, name: string, style: string | undefined) {
  const make = Object.entries(invented).find(([known]) => known === name)?.[1];
  const write =
    style === undefined ? undefined : Object.entries(written).find(([known]) => known === style)?.[1];
  if (!make || (style !== undefined && !write))
    throw new Error(`${at}: no such identifier or writing: ${name} ${style ?? ""}`);
  const identifier = wrong ? spoilt(make(random)) : make(random);
  return write ? write(identifier) : identifier;
}

function known(kind: string, at: string): Kind {
  const found = kinds.find((one) => one === kind);
  if (!found) throw new Error(`${at}: no such kind: ${kind}`);
  return found;
}
