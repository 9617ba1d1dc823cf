import type { Fact, Scan } from "./fact";

/** The shape of a Markdown text, counted by line: cheap enough for every keystroke, unlike a parse. */
export function readStructure(text: string) {
  const lines = text.split("\n");
  return {
    "list-items": lines.filter((line) => /^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S/.test(line)).length,
    headings: lines.filter((line) => /^ {0,3}#{1,6}[ \t]+\S/.test(line)).length,
    "table-rows": lines.filter((line) => /^[ \t]*\|.*\|[ \t]*$/.test(line)).length,
  };
}

/** Report types stand for legal regimes: a SAR is not a ROI, and one must not be called the other. */
const regimes = [
  {
    us: /(?<![\p{L}\p{N}])SARs?(?![\p{L}\p{N}])/gu,
    mx: /(?<![\p{L}\p{N}])RO[IS]s?(?![\p{L}\p{N}])/gu,
    name: "sar-roi",
  },
  {
    us: /(?<![\p{L}\p{N}])CTRs?(?![\p{L}\p{N}])/gu,
    mx: /(?<![\p{L}\p{N}])RORs?(?![\p{L}\p{N}])/gu,
    name: "ctr-ror",
  },
];

export function readReportNames(
  scan: Scan,
): (Pick<Fact, "start" | "end" | "text"> & { name: string; of: "us" | "mx" })[] {
  return regimes.flatMap((regime) =>
    (["us", "mx"] as const).flatMap((of) =>
      [...scan.text.matchAll(regime[of])].map((match) => ({
        name: regime.name,
        of,
        start: match.index,
        end: match.index + match[0].length,
        text: match[0],
      })),
    ),
  );
}
