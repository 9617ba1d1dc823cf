import { z } from "zod";
import { proposalOutcomes } from "~/domain/proposals/proposal";
import { proposalSchema } from "~/domain/proposals/proposal.form";
import { summarySchema } from "~/domain/summaries/summary.form";
import { operation } from "../operation";
import { cursorOnly, id, listOf, tlp, written } from "../shapes";

const room = "roundtables";
const one = z.object({ id });
const made = z.object({ id });
const revision = z
  .int()
  .min(0)
  .meta({ description: "Of the summary that was read; 0 where there was none." });
const reason = z.strictObject({ reason: written });

const summary = z.object({
  id,
  title: written,
  body: written,
  tlp,
  period: z.string().meta({ description: "A day, a month or a year, as fine as its chairs chose." }),
  by: z.array(z.object({ id, shortName: z.string(), name: written })),
  withdrawn: z.boolean(),
  withdrawal: written.nullable(),
});

export const listSummaries = operation({
  name: "listSummaries",
  room,
  method: "GET",
  path: "/summaries",
  summary: "What is told of sessions to those who were not in them, as far as the asker may read it.",
  asker: "anyone",
  query: cursorOnly,
  status: 200,
  answer: listOf(summary),
});

export const findSummary = operation({
  name: "findSummary",
  room,
  method: "GET",
  path: "/summaries/{id}",
  summary: "One summary. Nothing in it leads to its session.",
  asker: "anyone",
  params: one,
  status: 200,
  answer: summary,
});

export const withdrawSummary = operation({
  name: "withdrawSummary",
  room,
  method: "POST",
  path: "/summaries/{id}/withdrawal",
  summary: "Takes a summary back that bears the name of the asker's authority; it stays, with the reason.",
  asker: "confirmed-member",
  params: one,
  body: reason,
  status: 200,
  answer: made,
});

export const findOwnSummary = operation({
  name: "findOwnSummary",
  room,
  method: "GET",
  path: "/roundtables/{id}/summary",
  summary: "The summary of a session as its room has it.",
  asker: "member",
  params: one,
  status: 200,
  answer: z.object({
    id,
    words: summarySchema
      .nullable()
      .meta({ description: "To those who convene it, and to everyone once it is published." }),
    revision: z.int(),
    approvals: z.array(z.object({ authorityId: id, shortName: z.string(), approved: z.boolean() })),
    published: z
      .object({ id, showsFrom: z.iso.date(), shown: z.boolean(), withdrawn: z.boolean() })
      .nullable(),
  }),
});

export const writeSummary = operation({
  name: "writeSummary",
  room,
  method: "PUT",
  path: "/roundtables/{id}/summary",
  summary: "Writes what may be told of a session outside it, once its minutes are approved.",
  asker: "member",
  params: one,
  body: z.strictObject({ summary: summarySchema, revision }),
  status: 200,
  answer: z.object({ id, revision: z.int() }),
});

export const approveSummary = operation({
  name: "approveSummary",
  room,
  method: "POST",
  path: "/roundtables/{id}/summary/approvals",
  summary: "A chair's word for their authority on the summary as it stands.",
  asker: "confirmed-member",
  params: one,
  body: z.strictObject({ revision }),
  status: 200,
  answer: made,
});

export const publishSummary = operation({
  name: "publishSummary",
  room,
  method: "POST",
  path: "/roundtables/{id}/summary/publication",
  summary: "Lets the approved summary out; it is read when the period that stands on it is over.",
  asker: "confirmed-member",
  params: one,
  body: z.strictObject({ revision }),
  status: 200,
  answer: z.object({ id, showsFrom: z.iso.date() }),
});

export const withdrawOwnSummary = operation({
  name: "withdrawOwnSummary",
  room,
  method: "POST",
  path: "/roundtables/{id}/summary/withdrawal",
  summary: "A chair takes back what the room published, in nobody's name.",
  asker: "confirmed-member",
  params: one,
  body: reason,
  status: 200,
  answer: made,
});

const outcome = z.enum(proposalOutcomes).nullable();

export const listSentProposals = operation({
  name: "listSentProposals",
  room,
  method: "GET",
  path: "/roundtables/{id}/proposals",
  summary: "What a session proposed to desks, and what became of it.",
  asker: "member",
  params: one,
  query: cursorOnly,
  status: 200,
  answer: listOf(
    proposalSchema.extend({
      id,
      desk: z.string(),
      arrived: z.boolean(),
      outcome,
      declined: written.nullable(),
    }),
  ),
});

export const proposeFromRoom = operation({
  name: "proposeFromRoom",
  room,
  method: "POST",
  path: "/roundtables/{id}/proposals",
  summary: "Takes a red flag or a typology to the desk of the asker's authority, where it is like any other.",
  asker: "member",
  params: one,
  body: z.strictObject({ proposal: proposalSchema }),
  status: 201,
  answer: z.object({ id, arrivesOn: z.iso.date() }),
});

export const listProposals = operation({
  name: "listProposals",
  room: "drafts",
  method: "GET",
  path: "/proposals",
  summary: "What lies before the desk of the asker's authority, in nobody's name.",
  asker: "staff",
  query: cursorOnly,
  status: 200,
  answer: listOf(
    proposalSchema.extend({
      id,
      arrivedOn: z.iso.date(),
      outcome,
      takenInto: z.string().nullable(),
      declined: written.nullable(),
    }),
  ),
});

export const proposeToDesk = operation({
  name: "proposeToDesk",
  room: "drafts",
  method: "POST",
  path: "/proposals",
  summary:
    "Puts a red flag or a typology before the desk of one's own authority; it arrives on the next Monday.",
  asker: "staff",
  body: z.strictObject({ proposal: proposalSchema }),
  status: 201,
  answer: z.object({ arrivesOn: z.iso.date() }),
});

export const takeUpProposal = operation({
  name: "takeUpProposal",
  room: "drafts",
  method: "POST",
  path: "/proposals/{id}/taking-up",
  summary: "Goes on with a proposal: as a red flag of an open draft, or as an entry of the catalogue.",
  asker: "staff",
  params: one,
  body: z.strictObject({
    into: z.string().max(80).meta({ description: "The draft's id, or the code that the typology gets." }),
  }),
  concerns: (why) => (why === "code_unreadable" || why === "code_taken" ? "into" : undefined),
  status: 200,
  answer: z.object({ id, into: z.string() }),
});

export const declineProposal = operation({
  name: "declineProposal",
  room: "drafts",
  method: "POST",
  path: "/proposals/{id}/declining",
  summary: "Says why a proposal is not gone on with.",
  asker: "staff",
  params: one,
  body: reason,
  status: 200,
  answer: made,
});

/** Of one session, by its id. */
export const ownSummaryOperations = [
  findOwnSummary,
  writeSummary,
  approveSummary,
  publishSummary,
  withdrawOwnSummary,
  listSentProposals,
  proposeFromRoom,
];
export const summaryOperations = [listSummaries, findSummary, withdrawSummary];
export const proposalOperations = [listProposals, proposeToDesk, takeUpProposal, declineProposal];
