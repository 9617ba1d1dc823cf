import { listTokens } from "~/domain/auth/own-sign-in.server";
import { revokeEveryToken } from "~/domain/auth/revoke-every-token.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { listOwnTokens, revokeEveryToken as revokeAll } from "~/http/api/operations/people";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(listOwnTokens, async ({ db, by, query: { cursor } }) => {
    const items = (await listTokens(db, by)).map(
      ({ id, name, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }) => ({
        id,
        name,
        scopes,
        since: new Date(createdAt).toISOString(),
        expiresAt: new Date(expiresAt).toISOString(),
        lastUsedAt: lastUsedAt && new Date(lastUsedAt).toISOString(),
        revokedAt: revokedAt && new Date(revokedAt).toISOString(),
      }),
    );
    return stretchOf(items, listOwnTokens.path, cursor);
  }),
  bind(revokeAll, async ({ db, by, at }) => replied(await revokeEveryToken(db, { by, at }))),
);

export const loader = resource;
export const action = resource;
