import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { findPulse } from "~/domain/drafts/draft-pulse.server";
import { requireId } from "~/http/ids";
import { answerLive } from "~/http/live/live-stream.server";
import { notFound } from "~/http/outcomes";
import { requireReader, requireStaff } from "~/http/sessions.server";
import { db } from "~db/client.server";

/** The open desk page hears here that others changed the draft, or came or went. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireStaff(request);
  const draftId = requireId(params.id);
  const answer = await answerLive(request, context.live, await requireReader(request), {
    topics: [`draft:${draftId}`],
    async read(member, lastId) {
      const pulse = await findPulse(db, member, { draftId, at: now() });
      if (!pulse) return undefined;
      // What is sent is a state and no step: whoever missed some needs only the last.
      const id = createHash("sha256").update(JSON.stringify(pulse)).digest("base64url").slice(0, 22);
      return id === lastId ? [] : [{ id, name: "draft", body: pulse }];
    },
  });
  if (!answer) throw notFound();
  return answer;
}
