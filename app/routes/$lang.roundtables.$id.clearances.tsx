import { refused } from "~/domain/outcome";
import { clearAgenda } from "~/domain/roundtables/clear-agenda.server";
import { clearanceKinds } from "~/domain/roundtables/roundtable";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRoom;

export const action = roomAction(
  async ({ room, typed }) => {
    const kind = clearanceKinds.find((one) => one === typed.kind);
    return kind
      ? clearAgenda(db, { ...room, kind, revision: Number(typed.revision), note: typed.note ?? "" })
      : refused("not_allowed");
  },
  { anchor: "clearances", confirmed: true },
);

export { RefusedClearance as default } from "~/ui/roundtables/refused-roundtable-act";
