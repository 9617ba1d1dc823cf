import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { editReply } from "~/domain/replies/edit-reply.server";
import { requireId } from "~/http/ids";
import { subjectIn } from "~/http/replies";
import { requireStaff } from "~/http/sessions.server";
import { changesIn, keptAnswer } from "~/http/words.server";
import { db } from "~db/client.server";

/** The autosave of a reply: changes in, the reply as it then stands out. */
export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const [roundId, subject] = [requireId(params.id), subjectIn(params.place)];
  return keptAnswer(await changesIn(request), (changes) =>
    editReply(db, { roundId, subject, changes, by, at: now() }),
  );
}
