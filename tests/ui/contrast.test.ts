import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/styles/tokens.css", import.meta.url), "utf8");

/** The colours of a theme: those of the first block, over which the dark one lays its own. */
function tokensOf(theme: "light" | "dark") {
  const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
  const read = (block: string) =>
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]);
  const own = theme === "dark" ? read(dark.split("@media")[0] ?? "") : [];
  return new Map<string, string>([...read(light), ...own].map(([name = "", value = ""]) => [name, value]));
}

function luminance(hex: string) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string) {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const papers = ["paper", "paper-tint", "paper-field"];
const text = [
  ...["ink", "ink-soft", "ink-faint", "accent", "accent-deep", "withdrawn", "caution"].flatMap((ink) =>
    papers.map((paper) => [ink, paper]),
  ),
  ["ink", "accent-tint"],
  ["accent", "accent-tint"],
  ["accent-deep", "accent-tint"],
  ["ink-faint", "accent-tint"],
  ["on-accent", "accent"],
  ["on-accent", "accent-deep"],
  ["withdrawn", "withdrawn-tint"],
  ["ink", "withdrawn-tint"],
  ["on-withdrawn", "withdrawn"],
  ["caution", "caution-tint"],
  ["added-ink", "added-tint"],
  ["removed-ink", "removed-tint"],
  ["ink", "found"],
  ["ink-soft", "found"],
  ["accent", "found"],
];
const marks = ["control-edge", "focus"].flatMap((mark) => papers.map((paper) => [mark, paper]));

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  const tokens = tokensOf(theme);
  const between = (one: string, other: string) => {
    const [a, b] = [tokens.get(one), tokens.get(other)];
    if (!a || !b) throw new Error(`tokens.css names no colour ${a ? other : one}`);
    return contrast(a, b);
  };

  it.each(text)("%s can be read on %s", (ink = "", paper = "") => {
    expect(between(ink, paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)("%s can be made out on %s", (mark = "", paper = "") => {
    expect(between(mark, paper)).toBeGreaterThanOrEqual(3);
  });
});
