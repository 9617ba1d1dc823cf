import { translateContribution } from "~/domain/contributions/translate-contribution.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/rooms";
import { replied } from "~/http/api/replied";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.translateContribution, async ({ db, by, at, params, body }) =>
    replied(
      await translateContribution(db, {
        roundtableId: params.id,
        contributionId: params.part,
        ...body,
        keys: await secretKeys(),
        by,
        at,
      }),
    ),
  ),
);

export const loader = resource;
export const action = resource;
