import { strictest } from "./advisory";
import {
  type AdvisoryContent,
  type Attachment,
  type Audience,
  type RedFlag,
  type Section,
  type Tlp,
  tlpLabels,
} from "./advisory.form";

/** What every reader of a version reads. What only some of them may is in parts of their own (decision 110). */
export type Envelope = Omit<
  AdvisoryContent,
  "sections" | "redFlags" | "attachments" | "audience" | "groups" | "filing"
> & {
  filing: Omit<AdvisoryContent["filing"], "us"> & { us: Omit<AdvisoryContent["filing"]["us"], "keyTerms"> };
};

type Group = AdvisoryContent["groups"][number];
type KeyTerm = AdvisoryContent["filing"]["us"]["keyTerms"][number];

/**
 * `audience`: for the issuers alone. `group`, and a `key-term` of one: for whoever reads a flag of that group.
 * `printed`: what a file held of one red flag beyond the model, for whoever reads that flag.
 */
export type Detail =
  | { kind: "audience"; content: Audience }
  | { kind: "group"; content: Group }
  | { kind: "key-term"; content: KeyTerm }
  | { kind: "printed"; content: unknown };

export type MarkedDetail = Detail & { tlp: Tlp; audience: Audience };

const nobody: Audience = { jurisdictions: [], sectors: [], organisations: [], members: [] };

/** A content taken apart by who may read what. */
export function envelopeOf(content: AdvisoryContent): Envelope {
  const {
    sections: _s,
    redFlags: _r,
    attachments: _a,
    audience: _u,
    groups: _g,
    filing,
    source,
    ...rest
  } = content;
  const { keyTerms: _k, ...us } = filing.us;
  return {
    ...rest,
    filing: { ...filing, us },
    source: source && { ...source, rest: withoutPrinted(source.rest) },
  };
}

export function detailsOf(content: AdvisoryContent): MarkedDetail[] {
  const { audience, groups, redFlags, filing, source } = content;
  const labelOf = (part: { tlp: Tlp }) => strictest(content.tlp, part.tlp);
  // Seen only by who sees all: else nobody could tell an empty group from one whose flags are unseen.
  const all = [...content.sections, ...redFlags, ...content.attachments]
    .map(labelOf)
    .reduce(strictest, content.tlp);
  const labelOfGroup = (id: string) =>
    loosest(redFlags.filter(({ group }) => group === id).map(labelOf)) ?? all;
  const labelOfPrinted = (printed: unknown) => {
    const flag = redFlags.find(({ home, n }) => home === null && n === ordinalOf(printed));
    return flag ? labelOf(flag) : all;
  };
  return [
    { kind: "audience", content: audience, tlp: "RED", audience: nobody },
    ...groups.map((group) => ({
      kind: "group" as const,
      content: group,
      tlp: labelOfGroup(group.id),
      audience,
    })),
    ...filing.us.keyTerms.map((term) => ({
      kind: "key-term" as const,
      content: term,
      tlp: term.appliesTo === null ? content.tlp : labelOfGroup(term.appliesTo),
      audience,
    })),
    ...printedOf(source?.rest).map((printed) => ({
      kind: "printed" as const,
      content: printed,
      tlp: labelOfPrinted(printed),
      audience,
    })),
  ];
}

type Parts = {
  envelope: Envelope;
  details: Detail[];
  sections: Section[];
  redFlags: RedFlag[];
  attachments: Attachment[];
};

/** Put together again from the parts at hand, each list in its order; from all of them it is the content that was cleared. */
export function contentOfParts({ envelope, details, ...parts }: Parts): AdvisoryContent {
  const { filing, source } = envelope;
  const printed = details.flatMap((one) => (one.kind === "printed" ? [one.content] : []));
  return {
    ...envelope,
    ...parts,
    audience: details.find((one) => one.kind === "audience")?.content ?? nobody,
    groups: details.flatMap((one) => (one.kind === "group" ? one.content : [])),
    filing: {
      ...filing,
      us: { ...filing.us, keyTerms: details.flatMap((one) => (one.kind === "key-term" ? one.content : [])) },
    },
    source:
      source && printed.length > 0 ? { ...source, rest: { ...source.rest, redFlags: printed } } : source,
  };
}

const loosest = (labels: Tlp[]) => tlpLabels.find((label) => labels.includes(label));

const printedOf = (rest: Record<string, unknown> = {}): unknown[] =>
  Array.isArray(rest.redFlags) ? rest.redFlags : [];

const withoutPrinted = (whole: Record<string, unknown>) => {
  const { redFlags: _, ...rest } = whole;
  return printedOf(whole).length > 0 ? rest : whole;
};

const ordinalOf = (printed: unknown) =>
  typeof printed === "object" && printed !== null && "n" in printed ? printed.n : undefined;
