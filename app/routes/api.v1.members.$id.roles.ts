import { done } from "~/domain/outcome";
import { changeRoles } from "~/domain/people/change-roles.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { changeRoles as operation } from "~/http/api/operations/people";

const resource = answering(
  bind(operation, async ({ db, by, at, params: { id }, body }) => {
    const outcome = await changeRoles(db, { memberId: id, ...body, by, at });
    return outcome.ok ? done({ body: { id, roles: outcome.value.roles } }) : outcome;
  }),
);

export const loader = resource;
export const action = resource;
