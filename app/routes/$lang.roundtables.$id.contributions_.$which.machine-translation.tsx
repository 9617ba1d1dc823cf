import { translateByMachine } from "~/domain/contributions/translate-by-machine.server";
import { itemIn } from "~/http/floor";
import { requireId } from "~/http/ids";
import { roomAction, toSession } from "~/http/roundtables.server";
import { askingPace, machineTranslator } from "~/http/translator.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSession;

export const action = roomAction(
  ({ room, which }) =>
    translateByMachine(db, {
      ...room,
      contributionId: requireId(which),
      translator: machineTranslator(),
      pace: askingPace,
    }),
  {
    place: (language, { room, typed, which }) =>
      paths.roomPart(language, room.roundtableId, itemIn(typed), paths.saidAnchor(which)),
  },
);

export { RefusedFloorAct as default } from "~/ui/room/refused-floor-act";
