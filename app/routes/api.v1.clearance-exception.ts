import { makeClearanceException } from "~/domain/organisations/make-clearance-exception.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { makeClearanceException as operation } from "~/http/api/operations/organisations";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operation, async ({ db, by, at, body }) =>
    replied(await makeClearanceException(db, { ...body, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
