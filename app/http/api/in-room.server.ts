import type { Member } from "~/domain/members/viewer";
import { secretKeys } from "../secret-keys.server";

type Asked = { params: { id: string }; by: Member; at: Date };

/** What every act in a session takes, from what a program asked. */
export const inRoom = async ({ params, by, at }: Asked) => ({
  roundtableId: params.id,
  keys: await secretKeys(),
  by,
  at,
});
