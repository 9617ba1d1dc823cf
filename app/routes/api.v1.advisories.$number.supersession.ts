import { supersedeAdvisory } from "~/domain/advisories/supersede-advisory.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { supersedeAdvisory as operation } from "~/http/api/operations/advisories";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operation, async ({ db, by, at, params, body }) =>
    replied(await supersedeAdvisory(db, { number: params.number, ...body, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
