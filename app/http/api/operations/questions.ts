import { z } from "zod";
import { addressees, namings, questionStates } from "~/domain/questions/question";
import { answerDraftSchema, askingSchema, reasonSchema } from "~/domain/questions/question.form";
import { questionFilters } from "~/domain/questions/questions.server";
import { nothing, operation } from "../operation";
import { advisoryNumber, cursor, cursorOnly, id, language, listOf } from "../shapes";
import { givenShape, publishedShape } from "./told-shapes";

const room = "questions";
const question = z.object({ id });
const day = z.iso.date();
const revision = z.int().min(0);

const given = givenShape.extend({ addressee: z.enum(addressees) });

const entry = z.object({
  id,
  advisory: z.string().nullable().meta({ description: "Null where the asker may no longer read it." }),
  version: z.int().nullable(),
  redFlag: z.string().nullable(),
  language,
  text: z.string().nullable().meta({ description: "Null once the question was withdrawn." }),
  state: z.enum(questionStates),
  askedOn: day,
  days: z.int().meta({ description: "That it has waited, or did until it was answered or withdrawn." }),
  naming: z.enum(namings).nullable().meta({ description: "To the asking institution alone." }),
  asker: z.string().nullable().meta({
    description: "The asking institution, to the issuing authorities and only if it wanted that said.",
  }),
  assignee: z.object({ id, name: z.string() }).nullable().meta({ description: "To staff alone." }),
});

export const listQuestions = operation({
  name: "listQuestions",
  room,
  method: "GET",
  path: "/questions",
  summary:
    "To staff what is asked of the advisories that their authority issues, what has waited longest first; to an institution its own questions.",
  asker: "member",
  query: z.strictObject({
    cursor,
    state: z.enum(questionFilters).optional(),
    advisory: advisoryNumber.optional(),
    redFlag: z.string().max(80).optional(),
  }),
  status: 200,
  answer: listOf(entry),
});

export const askQuestion = operation({
  name: "askQuestion",
  room,
  method: "POST",
  path: "/questions",
  summary:
    "Asks the issuing authorities about an advisory in force or one of its red flags. Unnamed unless said: they do not learn which institution asks.",
  asker: "member",
  scope: "draft",
  body: askingSchema,
  status: 201,
  answer: question,
});

export const findQuestion = operation({
  name: "findQuestion",
  room,
  method: "GET",
  path: "/questions/{id}",
  summary:
    "One question with every version of its answer and, to staff, the draft; its ETag is needed to save that.",
  asker: "member",
  params: question,
  status: 200,
  answer: entry.extend({
    answers: z.array(given),
    draft: answerDraftSchema.extend({ revision }).nullable(),
  }),
});

export const withdrawQuestion = operation({
  name: "withdrawQuestion",
  room,
  method: "DELETE",
  path: "/questions/{id}",
  summary: "Takes back a question of one's institution that was not answered; its words are destroyed.",
  asker: "member",
  scope: "draft",
  params: question,
  status: 204,
  answer: nothing,
});

export const assignQuestion = operation({
  name: "assignQuestion",
  room,
  method: "PUT",
  path: "/questions/{id}/assignee",
  summary: "Says who prepares the answer.",
  asker: "staff",
  scope: "draft",
  params: question,
  body: z.strictObject({ memberId: id }),
  status: 204,
  answer: nothing,
});

export const saveAnswer = operation({
  name: "saveAnswer",
  room,
  method: "PUT",
  path: "/questions/{id}/answer",
  summary: "Saves what is written towards an answer, or towards a correction of one that was given.",
  asker: "staff",
  scope: "draft",
  params: question,
  body: answerDraftSchema.extend({
    revision: revision.meta({ description: "Of the draft that was read; 0: none." }),
  }),
  status: 200,
  answer: z.object({ id, revision }),
});

export const releaseAnswer = operation({
  name: "releaseAnswer",
  room,
  method: "POST",
  path: "/questions/{id}/release",
  summary:
    "Gives the answer as it stands at that revision. One for everyone is released by another person than wrote it last.",
  asker: "confirmed",
  scope: "publish",
  params: question,
  body: z.strictObject({ revision }),
  status: 200,
  answer: z.object({ id, answerId: id, version: z.int() }),
});

export const withdrawAnswer = operation({
  name: "withdrawAnswer",
  room,
  method: "POST",
  path: "/questions/{id}/answer-withdrawal",
  summary: "Takes an answer out of force; it stays where it stood, with the reason in both languages.",
  asker: "confirmed",
  scope: "publish",
  params: question,
  body: z.strictObject({ reason: reasonSchema }),
  status: 204,
  answer: nothing,
});

export const listAnswers = operation({
  name: "listAnswers",
  room,
  method: "GET",
  path: "/advisories/{number}/answers",
  summary:
    "What was answered to everyone about an advisory and its red flags, as far as the asker may read them.",
  asker: "anyone",
  params: z.object({ number: advisoryNumber }),
  query: cursorOnly,
  status: 200,
  answer: listOf(publishedShape),
});

export const questionOperations = [
  listQuestions,
  askQuestion,
  findQuestion,
  withdrawQuestion,
  assignQuestion,
  saveAnswer,
  releaseAnswer,
  withdrawAnswer,
  listAnswers,
];
