import { makeCommitment } from "~/domain/commitments/make-commitment.server";
import { requireId } from "~/http/ids";
import { dueIn, pairIn } from "~/http/minutes";
import { roomAction, toMinutes } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toMinutes;

export const action = roomAction(
  async ({ room, typed }) => {
    const due = dueIn(typed);
    const organisationId = requireId(typed.organisationId);
    return due.ok
      ? makeCommitment(db, { ...room, what: pairIn(typed, "what"), organisationId, due: due.value })
      : due;
  },
  { page: paths.roundtableMinutes },
);

export { RefusedCommitment as default } from "~/ui/minutes/refused-minutes-act";
