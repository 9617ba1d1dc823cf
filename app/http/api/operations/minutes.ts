import { z } from "zod";
import { commitmentStates } from "~/domain/commitments/commitment";
import { longestComments, notesSchema, shortestComments, usualComments } from "~/domain/minutes/minutes.form";
import { operation } from "../operation";
import { cursorOnly, id, instant, listOf, written } from "../shapes";

const room = "roundtables";
const one = z.object({ id });
const revision = z
  .int()
  .min(0)
  .meta({ description: "Of the notes that were read; 0 where there were none." });
const made = z.object({ id });

const minutes = z.object({
  id,
  title: written,
  notes: notesSchema
    .nullable()
    .meta({ description: "To those who convene it, and to everyone once they are shown." }),
  revision: z.int(),
  submittedAt: instant.nullable(),
  commentsUntil: instant.nullable(),
  approved: z.boolean(),
  approvals: z.array(z.object({ authorityId: id, shortName: z.string(), approvedAt: instant.nullable() })),
  comments: z
    .array(
      z.object({
        id,
        item: z.int().nullable(),
        memberId: id,
        name: z.string(),
        organisation: z.string(),
        words: z.string(),
        at: instant,
      }),
    )
    .meta({ description: "To those who convene it all of them; to everyone else their own." }),
});

export const findMinutes = operation({
  name: "findMinutes",
  room,
  method: "GET",
  path: "/roundtables/{id}/minutes",
  summary: "The minutes of a session, to whoever accepted its terms.",
  asker: "member",
  params: one,
  status: 200,
  answer: minutes,
});

export const writeMinutes = operation({
  name: "writeMinutes",
  room,
  method: "PUT",
  path: "/roundtables/{id}/minutes",
  summary: "Writes the minutes, by item of the agenda and in both languages.",
  asker: "member",
  params: one,
  body: z.strictObject({ notes: notesSchema, revision }),
  status: 200,
  answer: z.object({ id, revision: z.int() }),
});

export const submitMinutes = operation({
  name: "submitMinutes",
  room,
  method: "POST",
  path: "/roundtables/{id}/minutes/submission",
  summary: "Shows the minutes of a session that is over to everyone in it, for their comments.",
  asker: "member",
  params: one,
  body: z.strictObject({
    revision,
    days: z.int().min(shortestComments).max(longestComments).default(usualComments),
  }),
  status: 200,
  answer: made,
});

export const commentOnMinutes = operation({
  name: "commentOnMinutes",
  room,
  method: "POST",
  path: "/roundtables/{id}/minutes/comments",
  summary: "Says something of the minutes, in one's own name, to those who convene the session.",
  asker: "member",
  params: one,
  body: z.strictObject({
    item: z
      .int()
      .min(0)
      .nullable()
      .default(null)
      .meta({ description: "Of the agenda, from 0; null: all of it." }),
    words: z.string().max(4000),
  }),
  status: 200,
  answer: made,
});

export const approveMinutes = operation({
  name: "approveMinutes",
  room,
  method: "POST",
  path: "/roundtables/{id}/minutes/approvals",
  summary: "A chair's word for their authority on the minutes as they stand, once comments are closed.",
  asker: "confirmed-member",
  params: one,
  body: z.strictObject({ revision }),
  status: 200,
  answer: made,
});

const commitment = z.object({
  id,
  roundtableId: id,
  session: written,
  what: written,
  organisationId: id,
  owner: z.string(),
  due: z.iso.date(),
  state: z.enum(commitmentStates),
  settledAt: instant.nullable(),
  note: z.string().nullable(),
});

export const listCommitments = operation({
  name: "listCommitments",
  room,
  method: "GET",
  path: "/commitments",
  summary: "What is owed from sessions: to those who convene one all of it, to an organization its own.",
  asker: "member",
  query: cursorOnly,
  status: 200,
  answer: listOf(commitment),
});

export const makeCommitment = operation({
  name: "makeCommitment",
  room,
  method: "POST",
  path: "/roundtables/{id}/commitments",
  summary: "Writes down what an organization at the table took upon itself, and by when.",
  asker: "member",
  params: one,
  body: z.strictObject({ what: written, organisationId: id, due: z.iso.date() }),
  status: 200,
  answer: made,
});

export const settleCommitment = operation({
  name: "settleCommitment",
  room,
  method: "POST",
  path: "/commitments/{id}/settlement",
  summary: "Says what became of a commitment; to drop one takes a reason.",
  asker: "member",
  params: one,
  body: z.strictObject({ state: z.enum(["met", "dropped"]), note: z.string().max(2000).default("") }),
  status: 200,
  answer: made,
});

/** Of one session, by its id. */
export const minutesOperations = [
  findMinutes,
  writeMinutes,
  submitMinutes,
  commentOnMinutes,
  approveMinutes,
  makeCommitment,
];
export const commitmentOperations = [listCommitments, settleCommitment];
