import { hidingReasons } from "~/domain/contributions/contribution";
import { hideContribution } from "~/domain/contributions/hide-contribution.server";
import { itemIn, reasonFrom } from "~/http/floor";
import { requireId } from "~/http/ids";
import { roomAction, toSession } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSession;

export const action = roomAction(
  async ({ room, which, typed }) => {
    const given = reasonFrom(hidingReasons, typed);
    return given.ok
      ? hideContribution(db, { ...room, contributionId: requireId(which), ...given.value })
      : given;
  },
  {
    place: (language, { room, which, typed }) =>
      paths.roomPart(language, room.roundtableId, itemIn(typed), paths.saidAnchor(which)),
  },
);

export { RefusedHiding as default } from "~/ui/room/chair-hide";
