import type { AdvisoryStatus } from "~/domain/advisories/advisory";
import type { AdvisoryType, Language, Tlp } from "~/domain/advisories/advisory.form";
import { type RedFlagReading, type Said, type SaidHtml, saidIn } from "~/domain/advisories/reading";
import { type FootnoteWords, htmlIn, readRedFlag } from "~/domain/advisories/red-flag-reading.server";
import type { TypologyPage } from "./typologies.server";

export type TypologyReading = {
  code: string;
  name: Said | null;
  description: SaidHtml | null;
  amltrix: string[];
  catalogued: boolean;
  advisories: {
    number: string;
    type: AdvisoryType;
    status: AdvisoryStatus;
    date: string | null;
    title: Said | null;
    issuers: string[];
    tlp: Tlp;
  }[];
  /** By advisory, newest first: a red flag that several of them print stands with the first. */
  red: { number: string; title: Said | null; flags: RedFlagReading[] }[];
};

/** What a reader of `language` gets to see of a typology. */
export function readTypology(
  page: TypologyPage,
  { language, words }: { language: Language; words: FootnoteWords },
): TypologyReading {
  const red: TypologyReading["red"] = [];
  const seen = new Set<string>();
  for (const { number, title, content, publicId } of page.redFlags) {
    if (seen.has(publicId) || content.state === "withdrawn" || content.state === "merged-into") continue;
    seen.add(publicId);
    const flag = readRedFlag(content, { number, language, words });
    const last = red.at(-1);
    if (last?.number === number) last.flags.push(flag);
    else red.push({ number, title: saidIn(language, title), flags: [flag] });
  }
  return {
    code: page.code,
    name: saidIn(language, page.name),
    description: htmlIn(page.description, { language, words, headingLevel: 3, idPrefix: "about" }),
    amltrix: page.amltrix,
    catalogued: page.catalogued,
    advisories: page.advisories.map(({ number, type, status, sortDate, title, issuers, tlp }) => ({
      number,
      type,
      status,
      date: sortDate || null,
      title: saidIn(language, title),
      issuers: issuers.map(({ shortName }) => shortName),
      tlp,
    })),
    red,
  };
}
