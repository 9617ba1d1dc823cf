import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { findSheetPulse } from "~/domain/answers/sheet-pulse.server";
import { requireId } from "~/http/ids";
import { answerLive } from "~/http/live/live-stream.server";
import { notFound } from "~/http/outcomes";
import { requireReader } from "~/http/sessions.server";
import { db } from "~db/client.server";

/** An open sheet hears here that colleagues answered, came or went, and that the round no longer takes answers. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reader = await requireReader(request);
  const roundId = requireId(params.id);
  const answer = await answerLive(request, context.live, reader, {
    topics: [`sheet:${reader.member.organisationId}`],
    async read(member, lastId) {
      const pulse = await findSheetPulse(db, member, { roundId, at: now() });
      if (!pulse) return undefined;
      // What is sent is a state and no step: whoever missed some needs only the last.
      const id = createHash("sha256").update(JSON.stringify(pulse)).digest("base64url").slice(0, 22);
      return id === lastId ? [] : [{ id, name: "sheet", body: pulse }];
    },
  });
  if (!answer) throw notFound();
  return answer;
}
