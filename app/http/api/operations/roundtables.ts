import { z } from "zod";
import {
  clearanceKinds,
  mostSeats,
  roundtableParts,
  roundtableStates,
  seatAnswers,
} from "~/domain/roundtables/roundtable";
import { agendaSchema, placeForms, placeSchema, timesSchema } from "~/domain/roundtables/roundtable.form";
import { nothing, operation } from "../operation";
import { cursorOnly, id, instant, listOf, written } from "../shapes";

const room = "roundtables";
const roundtable = z.object({ id });
const part = z.object({ id, part: id });
const revision = z.int().min(1).meta({ description: "Of the agenda that was read." });
const made = z.object({ id });
const answer = z.enum(seatAnswers).nullable();
const timeZone = z.string().meta({ example: "America/Mexico_City" });

const entry = z.object({
  id,
  title: written,
  state: z.enum(roundtableStates),
  startsAt: instant,
  endsAt: instant,
  timeZone,
  sequence: z.int().meta({ description: "Grows with every change of time or place." }),
  answer: answer.meta({ description: "The asker's own; null without a seat or an answer." }),
});

const cover = z.object({
  kind: z.enum(["none", "314b", "ground"]),
  until: z.iso.date().nullable(),
  current: z.boolean().nullable(),
  ground: z.string().nullable(),
});

const whole = entry.extend({
  revision: z.int(),
  agenda: agendaSchema,
  keptUntil: instant.meta({ description: "When its key is destroyed, unless it is held." }),
  place: z.object({ form: z.enum(placeForms), where: z.string() }),
  authorities: z.array(z.object({ id, shortName: z.string() })),
  cancellation: written.nullable(),
  parts: z
    .array(z.object({ id, memberId: id, name: z.string(), authorityId: id, part: z.enum(roundtableParts) }))
    .meta({ description: "To those who convene it, as the next; else empty." }),
  clearances: z.array(
    z.object({
      id,
      kind: z.enum(clearanceKinds),
      authorityId: id,
      memberId: id,
      clearedAt: instant,
      note: z.string().nullable(),
    }),
  ),
  invitations: z
    .array(
      z.object({
        organisationId: id,
        shortName: z.string(),
        seats: z.int(),
        cover,
        attendees: z.array(z.object({ id, memberId: id, name: z.string(), answer })),
      }),
    )
    .meta({ description: "To an institution its own alone." }),
});

export const listRoundtables = operation({
  name: "listRoundtables",
  room,
  method: "GET",
  path: "/roundtables",
  summary: "The closed sessions that the asker is in, what comes next first. Nobody else is told of any.",
  asker: "member",
  query: cursorOnly,
  status: 200,
  answer: listOf(entry),
});

export const proposeRoundtable = operation({
  name: "proposeRoundtable",
  room,
  method: "POST",
  path: "/roundtables",
  summary:
    "Proposes a session; only its chairs know of it. An hour that its zone skips or shows twice is refused.",
  asker: "staff",
  scope: "manage",
  body: z.strictObject({
    agenda: agendaSchema,
    place: placeSchema,
    times: timesSchema,
    chairs: z.array(id).max(20).default([]).meta({ description: "Conveners, one of each other authority." }),
  }),
  status: 201,
  answer: made,
});

export const findRoundtable = operation({
  name: "findRoundtable",
  room,
  method: "GET",
  path: "/roundtables/{id}",
  summary: "One session as the asker may know it; to whoever is not in it as one that does not exist.",
  asker: "member",
  params: roundtable,
  status: 200,
  answer: whole,
});

export const changeAgenda = operation({
  name: "changeAgenda",
  room,
  method: "PUT",
  path: "/roundtables/{id}/agenda",
  summary: "Rewrites the agenda until it is sent; clearances of another one do not count.",
  asker: "member",
  params: roundtable,
  body: agendaSchema.extend({ revision }),
  status: 200,
  answer: z.object({ id, revision: z.int() }),
});

export const clearAgenda = operation({
  name: "clearAgenda",
  room,
  method: "POST",
  path: "/roundtables/{id}/clearances",
  summary: "One authority's word on the agenda as it stands.",
  asker: "confirmed-member",
  params: roundtable,
  body: z.strictObject({ kind: z.enum(clearanceKinds), revision, note: z.string().max(2000).default("") }),
  status: 200,
  answer: made,
});

export const givePart = operation({
  name: "givePart",
  room,
  method: "POST",
  path: "/roundtables/{id}/parts",
  summary: "Brings a colleague of a chair's own authority into the room.",
  asker: "member",
  params: roundtable,
  body: z.strictObject({ memberId: id, part: z.enum(roundtableParts) }),
  status: 200,
  answer: made,
});

export const endPart = operation({
  name: "endPart",
  room,
  method: "DELETE",
  path: "/roundtables/{id}/parts/{part}",
  summary: "Takes a colleague out of the room at once.",
  asker: "member",
  params: part,
  status: 204,
  answer: nothing,
});

export const inviteToRoundtable = operation({
  name: "inviteToRoundtable",
  room,
  method: "POST",
  path: "/roundtables/{id}/invitations",
  summary: "Puts an institution on the list; it learns of it when the session is convened.",
  asker: "member",
  params: roundtable,
  body: z.strictObject({ organisationId: id, seats: z.int().min(1).max(mostSeats) }),
  status: 200,
  answer: z.object({ organisationId: id, seats: z.int() }),
});

export const withdrawRoundtableInvitation = operation({
  name: "withdrawRoundtableInvitation",
  room,
  method: "DELETE",
  path: "/roundtables/{id}/invitations/{part}",
  summary: "Takes an institution off the list with its seats, by the institution's id.",
  asker: "member",
  params: part,
  status: 204,
  answer: nothing,
});

export const conveneRoundtable = operation({
  name: "conveneRoundtable",
  room,
  method: "POST",
  path: "/roundtables/{id}/convening",
  summary: "Sends the invitations, once every convening authority has cleared the agenda as it stands.",
  asker: "confirmed-member",
  params: roundtable,
  body: z.strictObject({ revision }),
  status: 200,
  answer: made,
});

export const moveRoundtable = operation({
  name: "moveRoundtable",
  room,
  method: "PUT",
  path: "/roundtables/{id}/time",
  summary: "Another time or place for a session that has not begun.",
  asker: "member",
  params: roundtable,
  body: z.strictObject({ times: timesSchema, place: placeSchema, sequence: z.int().min(0) }),
  status: 200,
  answer: z.object({ id, sequence: z.int() }),
});

export const cancelRoundtable = operation({
  name: "cancelRoundtable",
  room,
  method: "POST",
  path: "/roundtables/{id}/cancellation",
  summary: "Cancels a session that has not ended, with the reason in both languages for everyone in it.",
  asker: "confirmed-member",
  params: roundtable,
  body: z.strictObject({ reason: written }),
  status: 200,
  answer: made,
});

export const nameAttendee = operation({
  name: "nameAttendee",
  room,
  method: "POST",
  path: "/roundtables/{id}/seats",
  summary: "An invited institution says whom it sends, up to its seats.",
  asker: "member",
  params: roundtable,
  body: z.strictObject({ memberId: id }),
  status: 200,
  answer: made,
});

export const withdrawSeat = operation({
  name: "withdrawSeat",
  room,
  method: "DELETE",
  path: "/roundtables/{id}/seats/{part}",
  summary: "Takes a seat away; its person is out of the room at once.",
  asker: "member",
  params: part,
  status: 204,
  answer: nothing,
});

export const answerSeat = operation({
  name: "answerSeat",
  room,
  method: "PUT",
  path: "/roundtables/{id}/answer",
  summary: "Says whether the asker comes; it can be said again until the session begins.",
  asker: "member",
  params: roundtable,
  body: z.strictObject({ answer: z.enum(seatAnswers) }),
  status: 200,
  answer: made,
});

export const roundtableOperations = [
  listRoundtables,
  proposeRoundtable,
  findRoundtable,
  changeAgenda,
  clearAgenda,
  givePart,
  endPart,
  inviteToRoundtable,
  withdrawRoundtableInvitation,
  conveneRoundtable,
  moveRoundtable,
  cancelRoundtable,
  nameAttendee,
  withdrawSeat,
  answerSeat,
];
