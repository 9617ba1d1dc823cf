import { z } from "zod";
import {
  advisoryTypes,
  datePrecisions,
  issuerRoles,
  mxReportTypes,
  observationPoints,
  priorities,
  processFailures,
  redFlagStates,
  relationKinds,
  sectionKinds,
  sectors,
  strengths,
  translationStates,
} from "~/domain/advisories/advisory.form";
import { advisoryNumber, instant, language, said, segment, tlp } from "../shapes";
import { publishedShape, replyShape } from "./told-shapes";

const translation = z.object({ es: z.enum(translationStates), en: z.enum(translationStates) });
const status = z.enum(["draft", "published", "superseded", "withdrawn"]);
const issuer = z.object({ shortName: z.string(), role: z.enum(issuerRoles) });
const corridor = z.object({ from: z.string(), to: z.string() });

type Point = { text: z.output<typeof said>; sub: Point[] };
const point: z.ZodType<Point> = z
  .lazy(() => z.object({ text: said, sub: z.array(point) }))
  .meta({ id: "SubPoint" });

export const redFlagShape = z
  .object({
    id: z.string().meta({ example: "FIN-2026-A001#RF-07" }),
    n: z.int(),
    group: said.nullable(),
    heading: said,
    text: said,
    sub: z.array(point),
    suggestedControl: said,
    footnotes: z.array(said),
    sourceCode: z.string().nullable(),
    state: z.enum(redFlagStates),
    mergedInto: z.string().nullable(),
    changeNote: said,
    tlp,
    observableAt: z.array(z.enum(observationPoints)),
    dataNeeded: said,
    strength: z.enum(strengths).nullable(),
    combinesWith: z.array(z.string()),
    falsePositiveNote: said,
    amltrix: z.array(z.string()),
  })
  .meta({ id: "RedFlag", description: "No single red flag proves suspicion; weigh the context." });

/** As `/advisories/{number}.json` (contract.md). */
export const advisoryShape = z
  .object({
    number: advisoryNumber,
    aliases: z.array(z.string()),
    type: z.enum(advisoryTypes),
    version: z.int(),
    status,
    origin: z.enum(["native", "imported"]),
    tlp,
    issuers: z.array(issuer),
    publishedAt: instant,
    firstPublishedAt: instant,
    date: z.object({ value: z.string(), precision: z.enum(datePrecisions) }).nullable(),
    languages: translation,
    withdrawal: z.object({ at: instant, reason: said }).nullable(),
    replacedBy: z.string().nullable(),
    title: said,
    summary: said,
    sections: z.array(z.object({ kind: z.enum(sectionKinds), heading: said, body: said, tlp })),
    typologies: z.array(
      z.object({ code: z.string(), name: said, printed: said, amltrix: z.array(z.string()) }),
    ),
    shareWith: z.array(said),
    priorities: z.array(z.enum(priorities)),
    predicates: z.array(said),
    corridors: z.array(corridor),
    sectors: z.array(z.enum(sectors)),
    products: z.array(said),
    legalBasis: said,
    binding: z.boolean(),
    validFrom: z.string().nullable(),
    reviewBy: z.string().nullable(),
    contact: said,
    filing: z.object({
      us: z.object({
        keyTerms: z.array(
          z.object({
            printed: z.string(),
            normalised: z.string(),
            appliesTo: said.nullable(),
            secondary: z.boolean(),
          }),
        ),
        fields: z.array(z.string()),
      }),
      mx: z.object({
        reportTypes: z.array(z.enum(mxReportTypes)),
        fields: z.array(z.string()),
        suggestedWording: said,
      }),
    }),
    redFlags: z.array(redFlagShape),
    lesson: z
      .object({
        institutions: z.array(z.object({ name: z.string(), lei: z.string(), bic: z.string() })),
        orderNumber: z.string(),
        period: z.object({ from: z.string(), to: z.string() }),
        amount: z.string(),
        currency: z.string(),
        scale: z.array(z.object({ label: said, value: z.string() })),
        failures: z.array(z.object({ code: z.enum(processFailures), note: said })),
      })
      .nullable(),
    statement: z
      .object({
        speaker: z.string(),
        capacity: said,
        venue: said,
        heldOn: z.string(),
        form: z.enum(["speech", "dialogue", "consultation"]),
      })
      .nullable(),
    relations: z.array(z.object({ kind: z.enum(relationKinds), number: z.string(), inForce: z.boolean() })),
    attachments: z.array(
      z.object({ name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string(), tlp }),
    ),
    source: z
      .object({
        name: z.string(),
        url: z.string().nullable(),
        licence: z.string(),
        regulator: z.string(),
        jurisdiction: z.string(),
        documentType: z.string(),
        printedNumber: z.string(),
        more: z.record(z.string(), z.unknown()),
      })
      .nullable(),
    changeNote: said,
    versions: z.array(z.object({ n: z.int(), publishedAt: instant, changeNote: said })),
    answers: z.array(publishedShape).meta({
      description:
        "What was answered to everyone about it and its red flags, as far as the asker may read it.",
    }),
    cameOf: z.array(replyShape).meta({ description: "Replies to feedback that this version came of." }),
    contentHash: z.string(),
    signature: z.null(),
    log: z.null(),
  })
  .meta({ id: "Advisory" });

const passage = z.object({
  kind: z.enum(["section", "red-flag", "question"]).meta({
    description:
      "A question that was answered to everyone has the question as heading and the answer as text.",
  }),
  id: z.string(),
  tlp,
  heading: z.array(segment),
  language,
  text: z.array(segment),
});

/** An advisory in a list; words that were searched for are marked as hits. */
export const foundShape = z
  .object({
    number: advisoryNumber,
    version: z.int(),
    type: z.enum(advisoryTypes),
    status,
    tlp,
    date: z.string().nullable(),
    issuers: z.array(issuer),
    typologies: z.array(z.string()),
    languages: translation,
    language: language.meta({ description: "Of title, summary and passages as shown." }),
    title: z.array(segment),
    summary: z.array(segment),
    passages: z.array(passage),
  })
  .meta({ id: "FoundAdvisory" });

const textDiff = z.object({
  by: z.enum(["word", "paragraph", "whole"]),
  runs: z.array(z.object({ kind: z.enum(["same", "removed", "added"]), text: z.string() })),
});
const pieceChange = z
  .object({
    path: z.string(),
    field: z.string(),
    place: z.string(),
    change: z.enum(["added", "removed", "changed"]),
    es: textDiff.nullable(),
    en: textDiff.nullable(),
  })
  .meta({ id: "PieceChange" });
const fieldChange = z
  .object({ path: z.string(), field: z.string(), before: z.unknown(), after: z.unknown() })
  .meta({ id: "FieldChange" });
const itemChange = z.object({
  id: z.string(),
  changes: z.array(z.enum(["added", "removed", "amended", "moved", "state", "merged"])),
  before: z.int().nullable(),
  after: z.int().nullable(),
  pieces: z.array(pieceChange),
  fields: z.array(fieldChange),
});

export const comparisonShape = z
  .object({
    number: advisoryNumber,
    from: z.int(),
    to: z.int(),
    same: z.boolean(),
    pieces: z.array(pieceChange),
    fields: z.array(fieldChange),
    lists: z.array(
      z.object({
        path: z.string(),
        field: z.string(),
        added: z.array(z.unknown()),
        removed: z.array(z.unknown()),
        changed: z.array(z.object({ before: z.unknown(), after: z.unknown() })),
        reordered: z.boolean(),
      }),
    ),
    sections: z.array(itemChange.extend({ heading: said })),
    redFlags: z.array(itemChange.extend({ publicId: z.string(), text: said })),
    cameOf: z
      .array(replyShape)
      .meta({ description: "Replies to feedback that the versions between came of." }),
  })
  .meta({ id: "Comparison" });
