import { refused } from "~/domain/outcome";
import { mayManagePeople } from "~/domain/people/people.policy";
import { listPeople } from "~/domain/people/people.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { listMembers } from "~/http/api/operations/people";

const resource = answering(
  bind(listMembers, async ({ db, by, query: { left, cursor } }) => {
    if (!mayManagePeople(by)) return refused("not_allowed");
    const people = await listPeople(db, by, { left: left === "true" });
    const items = people.map(({ createdAt, leftAt, ...one }) => ({
      ...one,
      since: createdAt.toISOString(),
      leftAt: leftAt?.toISOString() ?? null,
    }));
    return stretchOf(items, [listMembers.path, left], cursor);
  }),
);

export const loader = resource;
export const action = resource;
