import { revokeToken } from "~/domain/auth/revoke-token.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { revokeToken as operation } from "~/http/api/operations/people";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operation, async ({ db, by, at, params: { id: tokenId } }) =>
    repliedDone(await revokeToken(db, { by, tokenId, at })),
  ),
);

export const loader = resource;
export const action = resource;
