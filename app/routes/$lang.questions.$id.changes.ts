import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { editAnswer } from "~/domain/questions/edit-answer.server";
import { requireId } from "~/http/ids";
import { requireStaff } from "~/http/sessions.server";
import { changesIn, keptAnswer } from "~/http/words.server";
import { db } from "~db/client.server";

/** The autosave of an answer: changes in, the draft as it then stands out. */
export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const questionId = requireId(params.id);
  return keptAnswer(await changesIn(request), (changes) =>
    editAnswer(db, { questionId, changes, by, at: now() }),
  );
}
