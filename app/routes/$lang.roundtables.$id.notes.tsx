import { writeMinutes } from "~/domain/minutes/write-minutes.server";
import { notesIn } from "~/http/minutes";
import { roomAction, toMinutes } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toMinutes;

export const action = roomAction(
  async ({ room, typed }) => {
    const notes = notesIn(typed);
    return notes.ok
      ? writeMinutes(db, { ...room, notes: notes.value, revision: Number(typed.revision) })
      : notes;
  },
  { page: paths.roundtableMinutes },
);

export { RefusedNotes as default } from "~/ui/minutes/refused-minutes-act";
