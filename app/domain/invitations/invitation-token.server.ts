import { createHash, createHmac } from "node:crypto";

/** The sub-key for invitations; a token cannot be made from what the database holds. */
export type InvitationKey = Uint8Array;

type Made = { id: string; generation: number; key: InvitationKey };

/** The secret of an invitation's link, always the same for the same generation: a mail that is sent again says the same. */
export const invitationToken = ({ id, generation, key }: Made) =>
  createHmac("sha256", key).update(`${id}:${generation}`).digest("base64url");

export const hashOfToken = (token: string) => createHash("sha256").update(token).digest();
