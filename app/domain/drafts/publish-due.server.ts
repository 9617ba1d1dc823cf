import { sql } from "drizzle-orm";
import { z } from "zod";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { publishAdvisory } from "./publish-advisory.server";

const due = z.array(z.object({ draft_id: z.uuid(), viewer: z.custom<Viewer>() }));

/**
 * Publishes every draft whose embargo has come, each as the member who scheduled it. Any number of processes may call it at
 * once: the draft's row lock lets one through. What cannot be published is marked with the reason, for the desk to show.
 */
export async function publishDue(db: Db, { at }: { at: Date }) {
  const rows = due.parse(
    await asViewer(db, anonymous, (tx) =>
      tx.execute(sql`select draft_id, viewer from due_publications(${at.toISOString()}::timestamptz)`),
    ),
  );
  const published: string[] = [];
  for (const { draft_id: draftId, viewer } of rows) {
    const outcome = await publishAdvisory(db, { draftId, by: viewer, at });
    if (outcome.ok) published.push(outcome.value.number);
    else if (outcome.reason !== "already_published") {
      await asViewer(db, anonymous, (tx) =>
        tx.execute(
          sql`select embargo_refused(${draftId}::uuid, ${outcome.reason}, ${at.toISOString()}::timestamptz)`,
        ),
      );
    }
  }
  return published;
}
