import { z } from "zod";
import { adoptionStates, itemMarks } from "~/domain/adoption/adoption";
import { adoptionState, dueOn, note, ownerId } from "~/domain/adoption/adoption.form";
import { mostAtOnce } from "~/domain/adoption/change-items.server";
import { operation } from "../operation";
import { advisoryNumber, cursor, cursorOnly, id, instant, listOf } from "../shapes";

const room = "adoption";
const scope = "adopt";
const asker = "member";
const board = z.object({ number: advisoryNumber });
const redFlag = z.object({
  number: advisoryNumber,
  home: advisoryNumber.meta({ description: "The advisory that the red flag is at home in." }),
  n: z.coerce.number().int().positive(),
});
const version = z
  .int()
  .positive()
  .optional()
  .meta({ description: "The version of the advisory that it was held against; takes its mark away." });
const day = z.iso.date();

const progress = z.object({
  total: z.int().meta({ description: "Red flags in force." }),
  decided: z.int(),
  byState: z.record(z.enum(adoptionStates), z.int()),
  inHand: z.int().meta({ description: "Not started, with an owner." }),
  overdue: z.int(),
  fresh: z.int().meta({ description: "Not in the version that was acknowledged." }),
  changed: z.int().meta({ description: "In other words than when they were last looked at." }),
});
const acknowledgement = z.object({ version: z.int(), at: instant, by: z.string().nullable() });

export const listBoards = operation({
  name: "listAdoptionBoards",
  room,
  method: "GET",
  path: "/adoption-boards",
  summary: "The boards of the asker's own institution, the newest first, each with how far it is.",
  asker,
  query: cursorOnly,
  status: 200,
  answer: listOf(
    z.object({
      number: advisoryNumber,
      currentVersion: z.int().nullable().meta({ description: "Null: no longer open to the institution." }),
      acknowledged: acknowledgement.nullable(),
      progress,
      closed: z.int().meta({ description: "Red flags that were withdrawn or are no longer printed." }),
    }),
  ),
});

const item = z.object({
  id: z.string().meta({ example: "FIN-2026-A001#RF-07" }),
  closed: z.boolean(),
  mark: z.enum(itemMarks).nullable(),
  state: z.enum(adoptionStates),
  owner: z.object({ id, name: z.string().nullable() }).nullable(),
  dueOn: day.nullable(),
  note: z.string(),
  revision: z.int().meta({ description: 'For If-Match: `"r3"`.' }),
  reviewedVersion: z.int(),
  decidedAt: instant.nullable(),
  changedAt: instant.nullable(),
});

export const listBoardRedFlags = operation({
  name: "listAdoptionRedFlags",
  room,
  method: "GET",
  path: "/adoption-boards/{number}/red-flags",
  summary: "What the asker's institution does about each red flag of an advisory, in printed order.",
  asker,
  params: board,
  query: z.strictObject({ state: z.enum(adoptionStates).optional(), cursor }),
  status: 200,
  answer: listOf(item),
});

export const acknowledge = operation({
  name: "acknowledgeAdvisory",
  room,
  method: "POST",
  path: "/adoption-boards/{number}/acknowledgements",
  summary: "That the institution has received the current version; with the first one its board begins.",
  asker,
  scope,
  params: board,
  status: 201,
  answer: z.object({ number: advisoryNumber, version: z.int() }),
});

export const changeRedFlag = operation({
  name: "changeAdoption",
  room,
  method: "PATCH",
  path: "/adoption-boards/{number}/red-flags/{home}/{n}",
  summary:
    "What the institution does about one red flag; what is left out stays. Of what others changed since the revision in If-Match, the same field is refused, another is kept.",
  asker,
  scope,
  params: redFlag,
  body: z.strictObject({
    state: adoptionState.optional(),
    ownerId: ownerId.optional(),
    dueOn: dueOn.optional(),
    note: note.optional(),
    reviewedVersion: version,
  }),
  ifMatch: "required",
  status: 200,
  answer: z.object({ id: z.string(), changed: z.array(z.string()), revision: z.int() }),
});

export const changeRedFlags = operation({
  name: "changeAdoptions",
  room,
  method: "POST",
  path: "/adoption-boards/{number}/changes",
  summary: "The same for many red flags at once, all or none; one change, which can be undone.",
  asker,
  scope,
  params: board,
  body: z.strictObject({
    redFlags: z.array(z.string().max(200)).max(mostAtOnce),
    state: adoptionState.optional(),
    ownerId: ownerId.optional(),
    dueOn: dueOn.optional(),
    reviewedVersion: version,
  }),
  status: 201,
  answer: z.object({ id, changed: z.int(), same: z.int() }),
});

export const undo = operation({
  name: "undoAdoptionChange",
  room,
  method: "DELETE",
  path: "/adoption-boards/{number}/changes/{change}",
  summary: "Puts back what a change found, wherever nobody has changed it since.",
  asker,
  scope,
  params: z.object({ number: advisoryNumber, change: id }),
  status: 200,
  answer: z.object({ restored: z.int(), kept: z.int() }),
});

export const adoptionOperations = [
  listBoards,
  listBoardRedFlags,
  acknowledge,
  changeRedFlag,
  changeRedFlags,
  undo,
];
