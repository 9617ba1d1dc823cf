import { z } from "zod";
import { hidingReasons, mostLetters, saidKinds, settlements } from "~/domain/contributions/contribution";
import { mostNameLetters } from "~/domain/files/room-file";
import { mostOptions, pollKinds, scaleTop, stopReasons } from "~/domain/floor/floor";
import { attributions } from "~/domain/roundtables/attribution";
import { file, nothing, operation } from "../operation";
import { cursorOnly, id, instant, language, listOf, written } from "../shapes";

const room = "roundtables";
const session = z.object({ id });
const part = z.object({ id, part: id });
const item = z.int().min(0).max(99).meta({ description: "Of the agenda, from 0." });
const onItem = z.strictObject({ item });
const made = z.object({ id });
const itemDone = z.object({ item: z.int() });
const note = z.string().max(500).default("");
const version = z.int().min(0).meta({ description: "Of the terms that were read." });
const hash = z.string().meta({ description: "SHA-256 of the text as it is shown in that language, in hex." });

const receipt = z.object({ version: z.int(), language, hash, acceptedAt: instant });

export const findTerms = operation({
  name: "findTerms",
  room,
  method: "GET",
  path: "/roundtables/{id}/terms",
  summary: "What one accepts to enter a session, in both languages, and the asker's own receipt.",
  asker: "member",
  params: session,
  status: 200,
  answer: z.object({
    version: z.int().meta({ description: "0 until the session is convened." }),
    words: written,
    hash: z.object({ es: hash, en: hash }).nullable(),
    entered: z.boolean().meta({ description: "Whether the asker accepted what holds now." }),
    receipt: receipt.nullable(),
  }),
});

export const changeTerms = operation({
  name: "changeTerms",
  room,
  method: "PUT",
  path: "/roundtables/{id}/terms",
  summary: "Other terms from now on: everyone accepts them again before reading or saying anything.",
  asker: "confirmed-member",
  params: session,
  body: z.strictObject({ words: written, version }),
  status: 200,
  answer: z.object({ version: z.int() }),
});

export const acceptTerms = operation({
  name: "acceptTerms",
  room,
  method: "POST",
  path: "/roundtables/{id}/acceptance",
  summary:
    "Enters the session on its terms as they were read; without this nothing of what is said is there.",
  asker: "confirmed-member",
  params: session,
  body: z.strictObject({ version, language }),
  status: 200,
  answer: receipt,
});

const reasonGiven = <Reason extends readonly [string, ...string[]]>(reasons: Reason) =>
  z.object({ reason: z.enum(reasons), note: z.string() });

const fileShown = z.object({ name: z.string(), mediaType: z.string(), bytes: z.int() });
const fileName = z.string().min(1).max(200);
const fileTitle = z.string().max(mostNameLetters).default("").meta({
  description: "What it is to be called; without an author's name it is otherwise given a plain one.",
});

const contribution = z.object({
  id,
  kind: z.enum(["words", "question", "file"]),
  item,
  parentId: id.nullable(),
  mode: z.enum(attributions),
  who: z
    .object({
      name: z.string().nullable(),
      organisation: z.string().nullable(),
      sector: z.string().nullable(),
    })
    .meta({ description: "As much of the writer as they chose; nothing else is kept." }),
  text: z.string().nullable().meta({ description: "Null where it is hidden." }),
  language: language.nullable(),
  file: fileShown.nullable(),
  position: z.int().meta({ description: "Its place in the order of the room." }),
  hidden: reasonGiven(hidingReasons).nullable(),
  settlement: z.enum(settlements).nullable(),
  translations: z.array(
    z.object({
      language,
      text: z.string(),
      by: z.string().nullable().meta({ description: "Null: a machine made it, and nobody answers for it." }),
    }),
  ),
});

const poll = z.object({
  id,
  item,
  kind: z.enum(pollKinds),
  question: written,
  options: z.array(written),
  closed: z.boolean(),
  voters: z.int(),
  voted: z.boolean(),
  counts: z
    .array(z.int())
    .nullable()
    .meta({ description: "Null until it is closed, and where fewer than three voted." }),
});

const floor = z.object({
  opened: z.boolean(),
  cancelled: z.boolean(),
  over: z.boolean(),
  item: item.nullable(),
  items: z.array(
    z.object({
      state: z.enum(["waiting", "open", "stopped", "closed"]),
      openedAt: instant.nullable(),
      closedAt: instant.nullable(),
      stops: z.array(
        reasonGiven(stopReasons).extend({ id, stoppedAt: instant, liftedAt: instant.nullable() }),
      ),
    }),
  ),
  hands: z.array(z.object({ memberId: id, name: z.string(), organisation: z.string(), called: z.boolean() })),
  present: z.array(z.string()).nullable().meta({ description: "Null where the rules show nobody." }),
  polls: z.array(poll),
  votes: z.array(z.object({ contributionId: id, votes: z.int(), own: z.boolean() })),
});

export const findRoom = operation({
  name: "findRoom",
  room,
  method: "GET",
  path: "/roundtables/{id}/room",
  summary: "What was said or changed after a revision of the room, and how the floor stands.",
  asker: "member",
  params: session,
  query: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }),
  status: 200,
  answer: z.object({ revision: z.int(), contributions: z.array(contribution), floor }),
});

export const listContributions = operation({
  name: "listContributions",
  room,
  method: "GET",
  path: "/roundtables/{id}/contributions",
  summary: "All that was said, in the order of the room.",
  asker: "member",
  params: session,
  query: cursorOnly,
  status: 200,
  answer: listOf(contribution),
});

export const sayInRoom = operation({
  name: "sayInRoom",
  room,
  method: "PUT",
  path: "/roundtables/{id}/contributions/{part}",
  summary:
    "Says something, or asks it, under an id that the asker made up at random; the same once more is the same. How it is attributed is fixed.",
  asker: "member",
  params: z.object({ id, part: z.uuidv4() }),
  // A kept answer would stand beside the contribution and name its writer.
  unkept: true,
  body: z.strictObject({
    kind: z.enum(saidKinds).default("words"),
    item,
    parentId: id.nullable().default(null),
    mode: z.enum(attributions),
    text: z.string().max(mostLetters * 2),
    language,
  }),
  status: 200,
  answer: made,
});

export const showInRoom = operation({
  name: "showInRoom",
  room,
  method: "PUT",
  path: "/roundtables/{id}/files/{part}",
  summary:
    "Shows a file under an id that the asker made up at random: the bytes themselves, or a form with the file as `file`. What it says of who made it is left out.",
  asker: "member",
  params: z.object({ id, part: z.uuidv4() }),
  query: z.strictObject({
    item: z.coerce.number().int().min(0).max(99),
    mode: z.enum(attributions),
    name: fileName.optional().meta({ description: "With its ending; a form's file brings its own." }),
    title: fileTitle,
  }),
  takesFile: true,
  unkept: true,
  status: 200,
  answer: made,
});

export const takeFile = operation({
  name: "takeFile",
  room,
  method: "POST",
  path: "/roundtables/{id}/files/{part}/copies",
  summary: "A copy of a file that was shown, with the asker's name in it; that it was taken is written down.",
  asker: "member",
  params: part,
  unkept: true,
  status: 200,
  answer: file,
});

export const listMaterials = operation({
  name: "listMaterials",
  room,
  method: "GET",
  path: "/roundtables/{id}/materials",
  summary: "What was sent ahead of the session.",
  asker: "member",
  params: session,
  query: cursorOnly,
  status: 200,
  answer: listOf(fileShown.extend({ id })),
});

export const addMaterial = operation({
  name: "addMaterial",
  room,
  method: "PUT",
  path: "/roundtables/{id}/materials/{part}",
  summary: "Sends a file ahead, until the session opens, to whoever accepted its terms.",
  asker: "member",
  params: z.object({ id, part: z.uuidv4() }),
  query: z.strictObject({ name: fileName.optional(), title: fileTitle }),
  takesFile: true,
  status: 200,
  answer: made,
});

export const withdrawMaterial = operation({
  name: "withdrawMaterial",
  room,
  method: "DELETE",
  path: "/roundtables/{id}/materials/{part}",
  summary: "Takes back what was sent ahead; it stays in the sealed record.",
  asker: "member",
  params: part,
  status: 204,
  answer: nothing,
});

export const takeMaterial = operation({
  name: "takeMaterial",
  room,
  method: "POST",
  path: "/roundtables/{id}/materials/{part}/copies",
  summary: "A copy of what was sent ahead, with the asker's name in it; that it was taken is written down.",
  asker: "member",
  params: part,
  unkept: true,
  status: 200,
  answer: file,
});

export const hideContribution = operation({
  name: "hideContribution",
  room,
  method: "POST",
  path: "/roundtables/{id}/contributions/{part}/hiding",
  summary: "Takes what was said out of everybody's sight, with the reason in its place.",
  asker: "member",
  params: part,
  body: z.strictObject({ reason: z.enum(hidingReasons), note }),
  status: 200,
  answer: made,
});

export const translateContribution = operation({
  name: "translateContribution",
  room,
  method: "PUT",
  path: "/roundtables/{id}/contributions/{part}/translation",
  summary: "Puts what was said beside it in the other language, under the translator's own name.",
  asker: "member",
  params: part,
  body: z.strictObject({ text: z.string().max(mostLetters * 2) }),
  status: 200,
  answer: z.object({ id, language }),
});

export const translateByMachine = operation({
  name: "translateByMachine",
  room,
  method: "POST",
  path: "/roundtables/{id}/contributions/{part}/machine-translation",
  summary:
    "Has the machine that this installation may have put what was said beside it in the other language. Who asked is kept nowhere.",
  asker: "member",
  params: part,
  // A kept answer would name who asked.
  unkept: true,
  status: 200,
  answer: z.object({ id, language }),
});

export const voteForQuestion = operation({
  name: "voteForQuestion",
  room,
  method: "PUT",
  path: "/roundtables/{id}/contributions/{part}/vote",
  summary: "Wants a question answered, or no longer.",
  asker: "member",
  params: part,
  unkept: true,
  body: z.strictObject({ wanted: z.boolean() }),
  status: 200,
  answer: z.object({ id, wanted: z.boolean() }),
});

export const settleQuestion = operation({
  name: "settleQuestion",
  room,
  method: "POST",
  path: "/roundtables/{id}/contributions/{part}/settlement",
  summary: "Takes a question off the queue: it was answered, or is set aside.",
  asker: "member",
  params: part,
  body: z.strictObject({ settlement: z.enum(settlements) }),
  status: 200,
  answer: made,
});

export const openRoom = operation({
  name: "openRoom",
  room,
  method: "POST",
  path: "/roundtables/{id}/opening",
  summary: "Begins the talk, with the first item.",
  asker: "member",
  params: session,
  status: 200,
  answer: made,
});

export const takeUpItem = operation({
  name: "takeUpItem",
  room,
  method: "PUT",
  path: "/roundtables/{id}/floor",
  summary: "Moves the session to an item of its agenda.",
  asker: "member",
  params: session,
  body: onItem,
  status: 200,
  answer: itemDone,
});

export const closeItem = operation({
  name: "closeItem",
  room,
  method: "POST",
  path: "/roundtables/{id}/closings",
  summary: "Closes an item for good.",
  asker: "member",
  params: session,
  body: onItem,
  status: 200,
  answer: itemDone,
});

export const stopTalk = operation({
  name: "stopTalk",
  room,
  method: "POST",
  path: "/roundtables/{id}/stops",
  summary: "Stops the talk on an item, with the reason on record.",
  asker: "member",
  params: session,
  body: onItem.extend({ reason: z.enum(stopReasons), note }),
  status: 200,
  answer: made,
});

export const resumeTalk = operation({
  name: "resumeTalk",
  room,
  method: "POST",
  path: "/roundtables/{id}/resumptions",
  summary: "Lets the talk on an item go on; the stop stays on record.",
  asker: "member",
  params: session,
  body: onItem,
  status: 200,
  answer: itemDone,
});

const hand = z.object({ memberId: id });

export const raiseHand = operation({
  name: "raiseHand",
  room,
  method: "POST",
  path: "/roundtables/{id}/hands",
  summary: "Asks to speak.",
  asker: "member",
  params: session,
  status: 200,
  answer: hand,
});

export const lowerHand = operation({
  name: "lowerHand",
  room,
  method: "DELETE",
  path: "/roundtables/{id}/hands/{part}",
  summary: "Takes a hand down, by its member's id: one's own, or anybody's by a chair.",
  asker: "member",
  params: part,
  status: 204,
  answer: nothing,
});

export const giveFloor = operation({
  name: "giveFloor",
  room,
  method: "POST",
  path: "/roundtables/{id}/hands/{part}/call",
  summary: "Calls on somebody whose hand is up.",
  asker: "member",
  params: part,
  status: 200,
  answer: hand,
});

export const openPoll = operation({
  name: "openPoll",
  room,
  method: "POST",
  path: "/roundtables/{id}/polls",
  summary: "Asks everyone at the table, in both languages.",
  asker: "member",
  params: session,
  body: onItem.extend({
    kind: z.enum(pollKinds),
    words: z.strictObject({ question: written, options: z.array(written).max(mostOptions).default([]) }),
  }),
  status: 200,
  answer: made,
});

export const castBallot = operation({
  name: "castBallot",
  room,
  method: "POST",
  path: "/roundtables/{id}/polls/{part}/ballots",
  summary: "Votes, once; what was chosen is kept nowhere but in a sealed count.",
  asker: "member",
  params: part,
  unkept: true,
  body: z.strictObject({
    choices: z
      .array(
        z
          .int()
          .min(0)
          .max(Math.max(mostOptions, scaleTop) - 1),
      )
      .min(1)
      .max(mostOptions)
      .meta({ description: "Places of what is chosen, from 0; of a scale one less than its figure." }),
  }),
  status: 200,
  answer: made,
});

export const closePoll = operation({
  name: "closePoll",
  room,
  method: "POST",
  path: "/roundtables/{id}/polls/{part}/closing",
  summary: "Ends a poll and shows everyone at the table what came of it.",
  asker: "member",
  params: part,
  status: 200,
  answer: made,
});

export const roomOperations = [
  findTerms,
  changeTerms,
  acceptTerms,
  findRoom,
  listContributions,
  sayInRoom,
  showInRoom,
  takeFile,
  listMaterials,
  addMaterial,
  withdrawMaterial,
  takeMaterial,
  hideContribution,
  translateContribution,
  translateByMachine,
  voteForQuestion,
  settleQuestion,
  openRoom,
  takeUpItem,
  closeItem,
  stopTalk,
  resumeTalk,
  raiseHand,
  lowerHand,
  giveFloor,
  openPoll,
  castBallot,
  closePoll,
];
