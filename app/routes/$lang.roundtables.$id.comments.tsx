import { commentOnMinutes } from "~/domain/minutes/comment-on-minutes.server";
import { itemIn } from "~/http/minutes";
import { roomAction, toMinutes } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toMinutes;

export const action = roomAction(
  ({ room, typed }) => commentOnMinutes(db, { ...room, item: itemIn(typed), words: typed.words ?? "" }),
  { page: paths.roundtableMinutes },
);

export { RefusedComment as default } from "~/ui/minutes/refused-minutes-act";
