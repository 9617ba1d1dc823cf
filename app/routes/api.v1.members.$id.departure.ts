import { endMembership } from "~/domain/people/end-membership.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { endMembership as operation } from "~/http/api/operations/people";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operation, async ({ db, by, at, params: { id } }) =>
    repliedDone(await endMembership(db, { memberId: id, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
