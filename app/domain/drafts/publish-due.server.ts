import { sql } from "drizzle-orm";
import { z } from "zod";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { publishAdvisory } from "./publish-advisory.server";

const due = z.array(z.object({ draft_id: z.uuid(), viewer: z.custom<Viewer>() }));

/** Between the list and the lock another process published it, or its embargo was moved or lifted: nothing to note. */
const overtaken = new Set(["already_published", "not_scheduled", "draft_closed"]);

/**
 * Publishes every draft whose embargo has come, each as the member who scheduled it. Any number of processes may call it at
 * once: the draft's row lock lets one through. What cannot be published is marked with the reason, for the desk to show; a
 * draft that fails stops none of the others.
 */
export async function publishDue(db: Db, { at }: { at: Date }) {
  const rows = due.parse(
    await asViewer(db, anonymous, (tx) =>
      tx.execute(sql`select draft_id, viewer from due_publications(${at.toISOString()}::timestamptz)`),
    ),
  );
  const published: string[] = [];
  const failures: unknown[] = [];
  for (const { draft_id: draftId, viewer } of rows) {
    try {
      const outcome = await publishAdvisory(db, { draftId, embargoed: true, by: viewer, at });
      if (outcome.ok) published.push(outcome.value.number);
      else if (!overtaken.has(outcome.reason)) {
        // Whoever scheduled it is no longer of an authority that issues it: the draft is unseen in their name.
        const reason = outcome.reason === "not_found" ? "publisher_gone" : outcome.reason;
        await noteRefusal(db, { draftId, reason, at });
      }
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "an embargo could not be kept");
  return published;
}

const noteRefusal = (db: Db, { draftId, reason, at }: { draftId: string; reason: string; at: Date }) =>
  asViewer(db, anonymous, (tx) =>
    tx.execute(sql`select embargo_refused(${draftId}::uuid, ${reason}, ${at.toISOString()}::timestamptz)`),
  );
