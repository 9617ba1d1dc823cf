import { makeTheme } from "~/domain/replies/make-theme.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/replies";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.makeTheme, async ({ db, by, at, params: { id: roundId }, body }) =>
    replied(await makeTheme(db, { ...body, roundId, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
