import { z } from "zod";
import { breakdowns } from "~/domain/releases/release";
import { roundModes } from "~/domain/rounds/round";
import { operation } from "../operation";
import { cursor, id, instant, listOf, said, tlp } from "../shapes";

const room = "releases";

const entry = z.object({
  id: id.meta({ description: "Of the round." }),
  authority: z.string().meta({ description: "Short name." }),
  subject: z.union([
    z.object({ kind: z.literal("typology"), code: z.string() }),
    z.object({ kind: z.literal("advisory"), number: z.string().nullable(), version: z.int().nullable() }),
  ]),
  mode: z.enum(roundModes),
  title: said,
  tlp,
  openedAt: instant,
  closesAt: instant,
  publishedAt: instant,
  invited: z.int(),
  answered: z.int(),
  contentHash: z.string().meta({ description: "SHA-256 of the whole release in canonical JSON, in hex." }),
});

const withheld = z
  .object({ withheld: z.enum(["too_few", "earlier_release", "little_left", "aggregates"]) })
  .meta({ id: "Withheld", description: "Not shown, and why; `aggregates`: the asker reads the whole only." });
const counts = z
  .array(z.int().nullable())
  .meta({ id: "Counts", description: "Institutions by category; null is withheld, never zero." });
const group = z.object({
  members: z.array(z.string().nullable()),
  answered: z.int(),
});

export const listReleases = operation({
  name: "listReleases",
  room,
  method: "GET",
  path: "/releases",
  summary: "Statistics of closed rounds that the asker may read, the newest first, without their figures.",
  asker: "anyone",
  query: z.strictObject({
    cursor,
    authority: z.string().max(40).optional(),
    typology: z.string().max(80).optional(),
    advisory: z.string().max(60).optional(),
    redFlag: z.string().max(80).optional().meta({ description: "Its public id." }),
    year: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
  }),
  status: 200,
  answer: listOf(entry),
});

export const findRelease = operation({
  name: "findRelease",
  room,
  method: "GET",
  path: "/releases/{id}",
  summary:
    "The figures of one round, each question by itself: of all, then by jurisdiction, sector and size in the order of `groups`.",
  asker: "anyone",
  params: z.object({ id }),
  status: 200,
  answer: entry.extend({
    rule: z.object({ fewest: z.int(), insiders: z.int() }),
    groups: z.record(z.enum(breakdowns), z.union([z.array(group), withheld])),
    tables: z.array(
      z.object({
        redFlag: z.string().nullable().meta({ description: "Null for a question on the round as a whole." }),
        question: z.string(),
        categories: z.array(z.string()),
        overall: z.union([counts, withheld]),
        jurisdiction: z.union([z.array(counts), withheld]),
        sector: z.union([z.array(counts), withheld]),
        size: z.union([z.array(counts), withheld]),
      }),
    ),
  }),
});

const compared = z.object({
  id: id.meta({ description: "Of the round." }),
  closesAt: instant,
  answered: z.int(),
});

export const listEarlySignals = operation({
  name: "listEarlySignals",
  room,
  method: "GET",
  path: "/releases/signals",
  summary:
    "Red flags and typologies whose “seen” answers moved more than chance from one release of an authority to its next, the surest first; for authorities.",
  asker: "staff",
  status: 200,
  answer: z.object({
    test: z.literal("pearson-chi-squared"),
    falseDiscoveryRate: z
      .number()
      .meta({ description: "Benjamini and Hochberg, over all that was compared." }),
    leastAnswered: z.int().meta({ description: "With fewer answers in either round nothing is compared." }),
    compared: z.int(),
    unmade: z.int().meta({
      description:
        "Of those compared, where what is published allows no comparison; they count as unchanged.",
    }),
    items: z.array(
      z.object({
        about: z.union([
          z.object({ kind: z.literal("red-flag"), publicId: z.string() }),
          z.object({ kind: z.literal("typology"), code: z.string() }),
        ]),
        authority: z.string(),
        before: compared,
        after: compared,
        redFlags: z.int().meta({ description: "How many are in both: figures are the mean over them." }),
        shifts: z.array(z.object({ category: z.string(), before: z.number(), after: z.number() })),
        p: z.number(),
      }),
    ),
  }),
});

export const releaseOperations = [listReleases, findRelease, listEarlySignals];
