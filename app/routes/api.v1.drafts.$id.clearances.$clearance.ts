import { takeBackClearance } from "~/domain/drafts/take-back-clearance.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { takeBackClearance as operation } from "~/http/api/operations/publications";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operation, async ({ db, by, at, params }) =>
    repliedDone(await takeBackClearance(db, { draftId: params.id, clearanceId: params.clearance, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
