import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { openedReply } from "~/http/api/draft-answers";
import { amendAdvisory as operation } from "~/http/api/operations/advisories";

const resource = answering(
  bind(operation, async ({ db, by, at, params }) =>
    openedReply(await amendAdvisory(db, { number: params.number, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
