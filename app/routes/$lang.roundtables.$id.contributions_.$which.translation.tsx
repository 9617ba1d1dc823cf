import { translateContribution } from "~/domain/contributions/translate-contribution.server";
import { requireId } from "~/http/ids";
import { itemIn } from "~/http/minutes";
import { roomAction, toSession } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSession;

export const action = roomAction(
  async ({ room, typed, which }) =>
    translateContribution(db, { ...room, contributionId: requireId(which), text: typed.text ?? "" }),
  {
    place: (language, { room, typed, which }) =>
      paths.roomPart(language, room.roundtableId, itemIn(typed) ?? 0, paths.saidAnchor(which)),
  },
);

export { RefusedTranslation as default } from "~/ui/room/refused-translation";
