import { refused } from "~/domain/outcome";
import { givePart } from "~/domain/roundtables/give-part.server";
import { roundtableParts } from "~/domain/roundtables/roundtable";
import { requireId } from "~/http/ids";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRoom;

export const action = roomAction(
  async ({ room, typed }) => {
    const [memberId = "", wanted] = (typed.person ?? "").split(" ");
    const part = roundtableParts.find((one) => one === wanted);
    return part ? givePart(db, { ...room, memberId: requireId(memberId), part }) : refused("part_not_fit");
  },
  { anchor: "people" },
);

export { RefusedRoundtableAct as default } from "~/ui/roundtables/refused-roundtable-act";
