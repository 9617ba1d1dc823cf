import { strictest } from "~/domain/advisories/advisory";
import type { AdvisoryContent, Audience, Sector, Tlp } from "~/domain/advisories/advisory.form";
import { contentOfParts, detailsOf, envelopeOf } from "~/domain/advisories/version-parts";

/** Somebody who might read a draft once it is out. */
export type Reader =
  | { kind: "anonymous" }
  | { kind: "staff"; organisationId: string }
  | { kind: "institution"; organisationId: string; jurisdiction: string; sector: string | null }
  | { kind: "group"; jurisdiction: string; sector: Sector };

/**
 * The same rule as `readers_of` in the database, which is the one that holds: this one only foretells it, and
 * tests/domain/drafts/preview.test.ts proves that both say the same.
 */
export function readersOf(tlp: Tlp, audience: Audience, authorities: string[]): string[] {
  if (tlp === "CLEAR") return ["*"];
  const { jurisdictions, sectors, organisations, members } = audience;
  const always = [...authorities.map((id) => `a:${id}`), ...members.map((id) => `m:${id}`)];
  if (tlp === "RED") return always;
  const named = organisations.map((id) => `o:${id}`);
  const groups =
    jurisdictions.length > 0 && sectors.length > 0
      ? jurisdictions.flatMap((j) => sectors.map((s) => `js:${j}:${s}`))
      : [...jurisdictions.map((j) => `j:${j}`), ...sectors.map((s) => `s:${s}`)];
  return [...always, ...named, ...groups];
}

/** The keys that a reader holds, as `viewer_keys` gives them. */
export function keysOf(reader: Reader): string[] {
  switch (reader.kind) {
    case "anonymous":
      return ["*"];
    case "staff":
      return ["*", `a:${reader.organisationId}`, `o:${reader.organisationId}`];
    case "institution": {
      const { organisationId, jurisdiction, sector } = reader;
      const ofSector = sector ? [`s:${sector}`, `js:${jurisdiction}:${sector}`] : [];
      return ["*", `o:${organisationId}`, `j:${jurisdiction}`, ...ofSector];
    }
    case "group":
      return [
        "*",
        `j:${reader.jurisdiction}`,
        `s:${reader.sector}`,
        `js:${reader.jurisdiction}:${reader.sector}`,
      ];
  }
}

const opens = (readers: string[], keys: string[]) => readers.some((key) => keys.includes(key));

/** The content that a reader with these keys would get, and how many parts they would not; null if nothing at all. */
export function contentFor(content: AdvisoryContent, authorities: string[], keys: string[]) {
  const { tlp, audience } = content;
  if (!opens(readersOf(tlp, audience, authorities), keys)) return null;
  const may = (part: { tlp: Tlp }) => opens(readersOf(strictest(tlp, part.tlp), audience, authorities), keys);
  const shown = contentOfParts({
    envelope: envelopeOf(content),
    details: detailsOf(content).filter((one) => opens(readersOf(one.tlp, one.audience, authorities), keys)),
    sections: content.sections.filter(may),
    redFlags: content.redFlags.filter(may),
    attachments: content.attachments.filter(may),
  });
  const parts = (one: AdvisoryContent) => one.sections.length + one.redFlags.length + one.attachments.length;
  return { content: shown, withheld: parts(content) - parts(shown) };
}
