import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { withdrawAdvisory as operation } from "~/http/api/operations/advisories";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operation, async ({ db, by, at, params, body }) =>
    replied(await withdrawAdvisory(db, { number: params.number, ...body, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
