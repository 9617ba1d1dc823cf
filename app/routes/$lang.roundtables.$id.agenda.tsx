import { changeAgenda } from "~/domain/roundtables/change-agenda.server";
import { agendaIn } from "~/http/roundtables";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRoom;

export const action = roomAction(
  async ({ room, typed }) => {
    const agenda = agendaIn(typed);
    return agenda.ok
      ? changeAgenda(db, { ...room, agenda: agenda.value, revision: Number(typed.revision) })
      : agenda;
  },
  { anchor: "agenda" },
);

export { RefusedAgenda as default } from "~/ui/roundtables/refused-agenda";
