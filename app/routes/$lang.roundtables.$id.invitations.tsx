import { refused } from "~/domain/outcome";
import { inviteToRoundtable } from "~/domain/roundtables/invite-to-roundtable.server";
import { mostSeats } from "~/domain/roundtables/roundtable";
import { seatsSchema } from "~/domain/roundtables/roundtable.form";
import { requireId } from "~/http/ids";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRoom;

export const action = roomAction(
  async ({ room, typed }) => {
    const seats = seatsSchema.safeParse(Number(typed.seats));
    return seats.success
      ? inviteToRoundtable(db, {
          ...room,
          organisationId: requireId(typed.organisationId),
          seats: seats.data,
        })
      : refused("seats_out_of_range", { most: mostSeats });
  },
  { anchor: "invited" },
);

export { RefusedRoundtableAct as default } from "~/ui/roundtables/refused-roundtable-act";
