import { z } from "zod";
import { advisoryContentSchema, advisoryTypes } from "~/domain/advisories/advisory.form";
import { clearanceKinds } from "~/domain/drafts/draft";
import { advisoryNumber, id, instant, written } from "../shapes";

export const contentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "errors.bad_hash")
  .meta({
    description: "Of the number and content that was read: what is cleared or published is exactly that.",
  });

const revision = z.int().meta({ description: 'The draft\'s ETag is `"r{revision}"`.' });

const summary = {
  id,
  number: advisoryNumber,
  leadOrganisation: id,
  baseVersion: z.int().nullable().meta({ description: "The version that it amends." }),
  scheduledFor: instant.nullable(),
  embargoRefusal: z.string().nullable(),
  openedAt: instant,
  revision,
};

export const draftSummaryShape = z
  .object({
    ...summary,
    type: z.enum(advisoryTypes),
    title: written,
    origin: z.enum(["native", "imported"]),
  })
  .meta({ id: "DraftSummary" });

const clearance = z.object({
  id,
  kind: z.enum(clearanceKinds),
  member: id,
  organisation: id,
  contentHash: z.string(),
  note: z.string(),
  at: instant,
  takenBackAt: instant.nullable(),
});

export const draftShape = z
  .object({
    ...summary,
    contentHash,
    publishedAt: instant.nullable(),
    discardedAt: instant.nullable(),
    authorities: z.array(id),
    authors: z.array(id),
    clearances: z.array(clearance),
    openComments: z.int(),
    content: advisoryContentSchema.meta({ id: "AdvisoryContent" }),
  })
  .meta({ id: "Draft" });

const requirement = z.object({
  kind: z.enum(clearanceKinds),
  organisation: id.nullable().meta({ description: "Null: any issuing authority." }),
  needed: z.int(),
  given: z.int(),
});

export const readinessShape = z
  .object({
    ready: z.boolean(),
    revision,
    contentHash,
    blockers: z.array(
      z.object({
        reason: z.string().meta({ description: "Stable." }),
        detail: z.string(),
        paths: z.array(z.string()),
        count: z.int().nullable(),
      }),
    ),
    requirements: z.array(requirement),
    lapsed: z.array(z.object({ kind: z.enum(clearanceKinds), member: id, at: instant })),
  })
  .meta({ id: "Readiness" });

export const commentShape = z
  .object({
    id,
    path: z.string(),
    body: z.string(),
    at: instant,
    name: z.string().nullable(),
    organisation: z.string().nullable(),
    resolvedAt: instant.nullable(),
  })
  .meta({ id: "Comment" });

export const savedShape = z.object({ revision, contentHash });
