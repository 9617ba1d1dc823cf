import { z } from "zod";
import { replyOutcomes } from "~/domain/replies/reply";
import { replyTextsSchema, themeNameSchema } from "~/domain/replies/reply.form";
import { nothing, operation } from "../operation";
import { cursorOnly, id, instant, listOf, said } from "../shapes";
import { answeredShape, replyShape, versionName } from "./told-shapes";

const room = "rounds";
const round = z.object({ id });
const one = z.object({ id });
const row = z.int().min(0).meta({ description: "The row of a red flag, from 1; 0 is the round as a whole." });
const revision = z.int().min(0);
const outcome = z.enum(replyOutcomes);

export const listPoints = operation({
  name: "listPoints",
  room,
  method: "GET",
  path: "/rounds/{id}/points",
  summary:
    "What was written in a closed round, with its themes and replies; to the authority that ran it alone.",
  asker: "staff",
  params: round,
  status: 200,
  answer: z.object({
    points: z.array(
      z.object({
        id,
        row,
        question: z.string(),
        written: z.string(),
        institution: z
          .string()
          .nullable()
          .meta({ description: "Short name, of an identified round; null in an unattributed one." }),
        themes: z.array(id),
      }),
    ),
    themes: z.array(z.object({ id, name: said })),
    replies: z.array(
      z.object({
        id,
        row: row.nullable(),
        theme: id.nullable(),
        revision: revision.meta({ description: "Of what is being written; 0 where nothing is." }),
        writers: z.array(z.string()),
        blockers: z.array(z.string()).meta({ description: "Why it cannot be released yet; stable." }),
        released: z.int().nullable().meta({ description: "The last version released." }),
      }),
    ),
  }),
});

export const makeTheme = operation({
  name: "makeTheme",
  room,
  method: "POST",
  path: "/rounds/{id}/themes",
  summary: "Names what several points have in common; readers see the name with its reply.",
  asker: "staff",
  params: round,
  body: z.strictObject({ name: themeNameSchema }),
  status: 201,
  answer: z.object({ id }),
});

export const renameTheme = operation({
  name: "renameTheme",
  room,
  method: "PATCH",
  path: "/themes/{id}",
  summary: "Gives a theme another name, until something was released under it.",
  asker: "staff",
  params: one,
  body: z.strictObject({ name: themeNameSchema }),
  status: 204,
  answer: nothing,
});

export const placePoints = operation({
  name: "placePoints",
  room,
  method: "POST",
  path: "/themes/{id}/points",
  summary: "Sorts points into a theme, or out of it; a point may stand in several.",
  asker: "staff",
  params: one,
  body: z.strictObject({ points: z.array(id).min(1).max(2000), into: z.boolean().default(true) }),
  status: 204,
  answer: nothing,
});

export const listReplies = operation({
  name: "listReplies",
  room,
  method: "GET",
  path: "/rounds/{id}/replies",
  summary: "What was replied to a round: to readers of its statistics and to who was asked.",
  asker: "anyone",
  params: round,
  query: cursorOnly,
  status: 200,
  answer: listOf(replyShape),
});

export const writeReply = operation({
  name: "writeReply",
  room,
  method: "POST",
  path: "/rounds/{id}/replies",
  summary: "Keeps a reply as it is being written; after a release, its correction.",
  asker: "staff",
  params: round,
  body: z.strictObject({
    subject: z.union([z.strictObject({ row }), z.strictObject({ themeId: id })]),
    revision: revision.meta({ description: "That was read; 0 for none." }),
    texts: replyTextsSchema,
  }),
  status: 201,
  answer: z.object({ replyId: id, revision }),
});

export const releaseReply = operation({
  name: "releaseReply",
  room,
  method: "POST",
  path: "/replies/{id}/release",
  summary: "An officer who put no hand to a reply lets it go to its readers, as it was read.",
  asker: "confirmed",
  scope: "publish",
  params: one,
  body: z.strictObject({ revision }),
  status: 200,
  answer: z.object({ replyId: id, version: z.int() }),
});

export const citeReplies = operation({
  name: "citeReplies",
  room: "drafts",
  method: "PUT",
  path: "/drafts/{id}/citations",
  summary: "Names all released replies that led to a next version; its version cites them once published.",
  asker: "staff",
  scope: "draft",
  params: one,
  body: z.strictObject({ replyIds: z.array(id).max(200) }),
  status: 200,
  answer: z.object({ replyIds: z.array(id) }),
});

export const claimOutcomes = operation({
  name: "claimOutcomes",
  room,
  method: "POST",
  path: "/claims",
  summary:
    "What became of the points that a receipt's secret claims. Send no token with it: whoever asks is not looked at. A secret of nobody's answers an empty list.",
  asker: "anyone",
  body: z.strictObject({ roundId: id, secret: z.string().max(200) }),
  unkept: true,
  status: 200,
  answer: z.object({
    points: z.array(
      z.object({
        row,
        question: z.string(),
        written: z.string(),
        replies: z.array(
          z.object({
            theme: said.nullable(),
            said,
            answer: said,
            outcome,
            note: said,
            releasedAt: instant,
            answered: answeredShape,
            versions: z.array(versionName),
          }),
        ),
      }),
    ),
  }),
});

export const replyOperations = [
  listPoints,
  makeTheme,
  renameTheme,
  placePoints,
  listReplies,
  writeReply,
  releaseReply,
  citeReplies,
  claimOutcomes,
];
