import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { findStanding } from "~/domain/releases/round-standing.server";
import { requireId } from "~/http/ids";
import { answerLive } from "~/http/live/live-stream.server";
import { notFound } from "~/http/outcomes";
import { requireReader } from "~/http/sessions.server";
import { db } from "~db/client.server";

/** A page on a round hears here that it closed, is counted, could not be for now, or was published. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reader = await requireReader(request);
  const roundId = requireId(params.id);
  const answer = await answerLive(request, context.live, reader, {
    topics: [`round:${roundId}`],
    async read(member, lastId) {
      const standing = await findStanding(db, member, { roundId, at: now() });
      if (!standing) return undefined;
      const id = createHash("sha256").update(JSON.stringify(standing)).digest("base64url").slice(0, 22);
      return id === lastId ? [] : [{ id, name: "standing", body: standing }];
    },
  });
  if (!answer) throw notFound();
  return answer;
}
