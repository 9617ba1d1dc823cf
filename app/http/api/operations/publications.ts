import { z } from "zod";
import { clearanceKinds } from "~/domain/drafts/draft";
import { fieldOf, nothing, operation } from "../operation";
import { advisoryNumber, id, instant } from "../shapes";
import { contentHash } from "./draft-shapes";

const room = "drafts";
const draft = z.object({ id });

export const clearDraft = operation({
  name: "clearDraft",
  room,
  method: "POST",
  path: "/drafts/{id}/clearances",
  summary: "Records that the asker clears exactly this content.",
  asker: "staff",
  scope: "sign",
  params: draft,
  body: z.strictObject({
    kind: z.enum(clearanceKinds),
    contentHash,
    note: z.string().max(2000, "errors.too_long").default(""),
  }),
  concerns: fieldOf({ changed_meanwhile: "contentHash" }),
  status: 201,
  answer: draft,
});

export const takeBackClearance = operation({
  name: "takeBackClearance",
  room,
  method: "DELETE",
  path: "/drafts/{id}/clearances/{clearance}",
  summary: "Takes back the asker's own clearance, before publication.",
  asker: "staff",
  scope: "sign",
  params: draft.extend({ clearance: id }),
  status: 204,
  answer: nothing,
});

export const publishAdvisory = operation({
  name: "publishAdvisory",
  room,
  method: "POST",
  path: "/drafts/{id}/publication",
  summary: "Publishes the draft as the advisory's next version, now.",
  asker: "confirmed",
  scope: "publish",
  params: draft,
  body: z.strictObject({ contentHash }),
  concerns: fieldOf({ changed_meanwhile: "contentHash" }),
  status: 200,
  answer: z.object({ number: advisoryNumber, version: z.int() }),
});

export const cancelPublication = operation({
  name: "cancelPublication",
  room,
  method: "DELETE",
  path: "/drafts/{id}/publication",
  summary:
    "Cancels the publication that an embargo has set: the draft is open again and its clearances stand.",
  asker: "confirmed",
  scope: "publish",
  params: draft,
  status: 204,
  answer: nothing,
});

export const schedulePublication = operation({
  name: "schedulePublication",
  room,
  method: "PUT",
  path: "/drafts/{id}/embargo",
  summary: "Publishes this content at an instant to come.",
  asker: "confirmed",
  scope: "publish",
  params: draft,
  body: z.strictObject({ contentHash, until: instant }),
  concerns: fieldOf({ embargo_past: "until", changed_meanwhile: "contentHash" }),
  status: 200,
  answer: z.object({ scheduledFor: instant }),
});

export const liftEmbargo = operation({
  ...cancelPublication,
  name: "liftEmbargo",
  path: "/drafts/{id}/embargo",
  summary: "The same as cancelling the publication.",
});

export const publicationOperations = [
  clearDraft,
  takeBackClearance,
  publishAdvisory,
  cancelPublication,
  schedulePublication,
  liftEmbargo,
];
