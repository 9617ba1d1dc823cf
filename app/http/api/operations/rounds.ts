import { z } from "zod";
import { roundModes } from "~/domain/rounds/round";
import { planSchema } from "~/domain/rounds/round.form";
import { nothing, operation } from "../operation";
import { cursorOnly, id, instant, listOf, said } from "../shapes";

const room = "rounds";
const round = z.object({ id });
const row = z.int().min(0).meta({ description: "The row of a red flag, from 1; 0 is the round as a whole." });
const question = z.string().max(60);
const revision = z.int().min(0);

const subject = z.union([
  z.object({ kind: z.literal("typology"), code: z.string() }),
  z.object({ kind: z.literal("advisory"), number: z.string().nullable(), version: z.int().nullable() }),
]);

const entry = z.object({
  id,
  authority: z.string().meta({ description: "Short name." }),
  subject,
  mode: z.enum(roundModes),
  title: said,
  readersStatement: said,
  state: z.enum(["planned", "open", "closed", "called-off"]),
  openedAt: instant.nullable(),
  closesAt: instant.nullable(),
});

const plan = planSchema.extend({ closesAt: instant.nullable() });

export const listRounds = operation({
  name: "listRounds",
  room,
  method: "GET",
  path: "/rounds",
  summary: "An authority's own feedback rounds, or those to which the asker's institution is invited.",
  asker: "member",
  query: cursorOnly,
  status: 200,
  answer: listOf(entry),
});

export const planRound = operation({
  name: "planRound",
  room,
  method: "POST",
  path: "/rounds",
  summary: "Plans a round; nobody outside the authority knows of it until it opens.",
  asker: "staff",
  body: plan,
  status: 201,
  answer: round,
});

export const findRound = operation({
  name: "findRound",
  room,
  method: "GET",
  path: "/rounds/{id}",
  summary: "One round with the red flags it asks about; its ETag is needed to change the plan.",
  asker: "member",
  params: round,
  status: 200,
  answer: entry.extend({
    rows: z.array(z.object({ n: z.int(), redFlag: z.string(), inForce: z.boolean(), text: said })),
    invited: z.int(),
    answered: z.int().nullable().meta({ description: "Null until five institutions have answered." }),
    counting: z
      .object({ failed: z.boolean(), againAt: instant.nullable() })
      .nullable()
      .meta({ description: "Closed, and its statistics not there yet; a count that failed is tried again." }),
  }),
});

export const changeRound = operation({
  name: "changeRound",
  room,
  method: "PUT",
  path: "/rounds/{id}",
  summary: "Changes a plan, whole; what a round asks does not change once it is open.",
  asker: "staff",
  params: round,
  body: plan,
  ifMatch: "required",
  status: 200,
  answer: z.object({ revision }),
});

export const openRound = operation({
  name: "openRound",
  room,
  method: "POST",
  path: "/rounds/{id}/opening",
  summary: "Invites the plan's institutions and begins to take answers.",
  asker: "confirmed",
  scope: "publish",
  params: round,
  body: z.strictObject({
    revision: revision.meta({ description: "Of the plan that was read." }),
    notForSupervision: z.boolean().meta({ description: "The authority's word; without it nothing opens." }),
    evenIfUnpublished: z
      .boolean()
      .default(false)
      .meta({ description: "Needed where fewer than five are invited." }),
  }),
  status: 200,
  answer: z.object({ invited: z.int() }),
});

export const extendRound = operation({
  name: "extendRound",
  room,
  method: "POST",
  path: "/rounds/{id}/extension",
  summary: "Puts off the end of an open round; it is never brought forward.",
  asker: "confirmed",
  scope: "publish",
  params: round,
  body: z.strictObject({ closesAt: instant }),
  status: 200,
  answer: z.object({ closesAt: instant }),
});

export const callOffRound = operation({
  name: "callOffRound",
  room,
  method: "DELETE",
  path: "/rounds/{id}",
  summary: "Calls a planned or open round off; what was answered is destroyed.",
  asker: "confirmed",
  scope: "publish",
  params: round,
  status: 204,
  answer: nothing,
});

export const listRoundQuestions = operation({
  name: "listRoundQuestions",
  room,
  method: "GET",
  path: "/round-questions",
  summary: "What every round asks, with its categories, in both languages.",
  asker: "anyone",
  status: 200,
  answer: z.object({
    items: z.array(
      z.object({
        key: question,
        about: z.enum(["red-flag", "round"]),
        kind: z.string(),
        required: z.boolean(),
        asks: said,
        categories: z.array(z.object({ key: z.string(), name: said })),
      }),
    ),
  }),
});

const answer = z
  .union([
    z.string().max(4000),
    z.array(z.string().max(80)).max(50),
    z.strictObject({ from: z.string().max(2), to: z.string().max(2) }),
  ])
  .nullable()
  .meta({
    description:
      "A category's key, words, ids of red flags, or a corridor of two countries; null takes it back.",
  });
const kept = z.object({ row, question, revision });

export const findSheet = operation({
  name: "findSheet",
  room,
  method: "GET",
  path: "/rounds/{id}/sheet",
  summary:
    "What the asker's institution has filled in and signed, while the round is open. Nobody else reads it.",
  asker: "member",
  params: round,
  status: 200,
  answer: z.object({
    digest: z.string().meta({ description: "Of all answers as they stand; a signature names it." }),
    answers: z.array(kept.extend({ answer, changedBy: z.string().nullable(), changedAt: instant })),
    signed: z.object({ version: z.int(), signedAt: instant, signedBy: z.string().nullable() }).nullable(),
  }),
});

export const fillSheet = operation({
  name: "fillSheet",
  room,
  method: "PATCH",
  path: "/rounds/{id}/sheet",
  summary:
    "Keeps answers. One that a colleague has answered otherwise since the revision named stays theirs and comes back as overtaken.",
  asker: "member",
  scope: "draft",
  params: round,
  body: z.strictObject({
    answers: z
      .array(
        z.strictObject({
          row,
          question,
          answer,
          revision: revision.meta({ description: "That was read; 0 for none." }),
        }),
      )
      .max(2000),
  }),
  unkept: true,
  status: 200,
  answer: z.object({ kept: z.array(kept), overtaken: z.array(kept.extend({ answer })) }),
});

export const signAnswers = operation({
  name: "signAnswers",
  room,
  method: "POST",
  path: "/rounds/{id}/signature",
  summary:
    "The compliance officer's signature on exactly the sheet of that digest; again until the close. Its secret is told once and kept nowhere: it finds what became of each point.",
  asker: "confirmed-member",
  scope: "sign",
  params: round,
  body: z.strictObject({ digest: z.string().max(100) }),
  unkept: true,
  status: 201,
  answer: z.object({ version: z.int(), signedAt: instant, secret: z.string() }),
});

export const roundOperations = [
  listRounds,
  planRound,
  findRound,
  changeRound,
  openRound,
  extendRound,
  callOffRound,
  listRoundQuestions,
  findSheet,
  fillSheet,
  signAnswers,
];
