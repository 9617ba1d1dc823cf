import { z } from "zod";
import { advisoryTypes, attachmentSchema } from "~/domain/advisories/advisory.form";
import { draftChanges } from "~/domain/drafts/draft-change";
import { fieldOf, file, nothing, operation } from "../operation";
import { advisoryNumber, cursorOnly, id, listOf, tlp } from "../shapes";
import { commentShape, draftShape, draftSummaryShape, readinessShape, savedShape } from "./draft-shapes";

const room = "drafts";
const draft = z.object({ id });

export const listDrafts = operation({
  name: "listDrafts",
  room,
  method: "GET",
  path: "/drafts",
  summary: "The open drafts of the asker's authority, newest first.",
  asker: "staff",
  query: cursorOnly,
  status: 200,
  answer: listOf(draftSummaryShape),
});

/** Refused because of the number that was asked for. */
const ofNumber = {
  number_malformed: "number",
  number_off_pattern: "number",
  number_taken: "number",
};

export const openDraft = operation({
  name: "openDraft",
  room,
  method: "POST",
  path: "/drafts",
  summary: "Opens a new advisory as a draft of the asker's authority, under a number of its own series.",
  asker: "staff",
  scope: "draft",
  body: z.strictObject({
    type: z.enum(advisoryTypes),
    number: advisoryNumber.optional().meta({ description: "Left out: the next of the series." }),
  }),
  concerns: fieldOf({ ...ofNumber, number_missing: "number" }),
  status: 201,
  answer: z.object({ id, number: advisoryNumber }),
});

export const findDraft = operation({
  name: "findDraft",
  room,
  method: "GET",
  path: "/drafts/{id}",
  summary: "A draft with its content; its ETag is what If-Match takes.",
  asker: "staff",
  params: draft,
  status: 200,
  answer: draftShape,
});

export const saveDraft = operation({
  name: "saveDraft",
  room,
  method: "PATCH",
  path: "/drafts/{id}",
  summary:
    "Applies edits, all or none. When the draft has changed since the revision in If-Match nothing is written and each contradiction is told.",
  asker: "staff",
  scope: "draft",
  params: draft,
  body: z.strictObject({ changes: draftChanges }),
  ifMatch: "required",
  status: 200,
  answer: savedShape,
});

export const discardDraft = operation({
  name: "discardDraft",
  room,
  method: "DELETE",
  path: "/drafts/{id}",
  summary: "Closes a draft without publishing it. Its number stays taken.",
  asker: "staff",
  scope: "draft",
  params: draft,
  ifMatch: "honoured",
  status: 204,
  answer: nothing,
});

export const renumberDraft = operation({
  name: "renumberDraft",
  room,
  method: "PUT",
  path: "/drafts/{id}/number",
  summary: "Gives a draft that was never published another number of its series; its clearances lapse.",
  asker: "staff",
  scope: "draft",
  params: draft,
  body: z.strictObject({ number: advisoryNumber }),
  concerns: fieldOf(ofNumber),
  ifMatch: "honoured",
  status: 200,
  answer: z.object({ number: advisoryNumber, contentHash: z.string() }),
});

export const findReadiness = operation({
  name: "findReadiness",
  room,
  method: "GET",
  path: "/drafts/{id}/readiness",
  summary:
    "What stands between the draft and its publication: blockers, clearances needed and given, clearances lapsed.",
  asker: "staff",
  params: draft,
  status: 200,
  answer: readinessShape,
});

export const listComments = operation({
  name: "listComments",
  room,
  method: "GET",
  path: "/drafts/{id}/comments",
  summary: "Comments on the draft, oldest first.",
  asker: "staff",
  params: draft,
  query: cursorOnly,
  status: 200,
  answer: listOf(commentShape),
});

export const commentOnDraft = operation({
  name: "commentOnDraft",
  room,
  method: "POST",
  path: "/drafts/{id}/comments",
  summary:
    "A remark on one piece (or, with an empty path, on the whole); it must be resolved before publication.",
  asker: "staff",
  scope: "draft",
  params: draft,
  body: z.strictObject({ path: z.string().max(400).default(""), body: z.string() }),
  concerns: fieldOf({ comment_empty: "body", too_long: "body", piece_gone: "path" }),
  status: 201,
  answer: draft,
});

export const resolveComment = operation({
  name: "resolveComment",
  room,
  method: "POST",
  path: "/drafts/{id}/comments/{comment}/resolution",
  summary: "Resolves a comment; twice is the same as once.",
  asker: "staff",
  scope: "draft",
  params: draft.extend({ comment: id }),
  status: 200,
  answer: draft,
});

export const attachFile = operation({
  name: "attachFile",
  room,
  method: "POST",
  path: "/drafts/{id}/attachments",
  summary:
    "Adds a file: the bytes themselves with `name` in the query, or a form with the file as `file`. It is removed by a change of the draft.",
  asker: "staff",
  scope: "draft",
  params: draft,
  query: z.strictObject({
    name: z.string().min(1).max(200).optional(),
    tlp: tlp.optional().meta({ description: "CLEAR unless said otherwise, here or in the form." }),
    id: id.optional().meta({ description: "Chosen by the sender: the same upload twice is one attachment." }),
  }),
  takesFile: true,
  status: 201,
  answer: savedShape.extend({ attachment: attachmentSchema.meta({ id: "Attachment" }) }),
});

export const findDraftFile = operation({
  name: "findDraftFile",
  room,
  method: "GET",
  path: "/drafts/{id}/attachments/{attachment}",
  summary: "The bytes of a draft's attachment.",
  asker: "staff",
  params: draft.extend({ attachment: id }),
  status: 200,
  answer: file,
});

export const reuseRedFlag = operation({
  name: "reuseRedFlag",
  room,
  method: "POST",
  path: "/drafts/{id}/red-flags/reused",
  summary: "Puts a red flag of another advisory into the draft, under the id that it already has.",
  asker: "staff",
  scope: "draft",
  params: draft,
  body: z.strictObject({ redFlag: z.string().min(1).max(80).meta({ example: "FIN-2026-A001#RF-07" }) }),
  concerns: fieldOf({
    red_flag_unknown: "redFlag",
    red_flag_not_in_force: "redFlag",
    red_flag_already_here: "redFlag",
  }),
  status: 200,
  answer: savedShape,
});

export const draftOperations = [
  listDrafts,
  openDraft,
  findDraft,
  saveDraft,
  discardDraft,
  renumberDraft,
  findReadiness,
  listComments,
  commentOnDraft,
  resolveComment,
  attachFile,
  findDraftFile,
  reuseRedFlag,
];
