import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { mayLookAfterMachine } from "~/domain/machine/machine.policy";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { asideReasons } from "./dead-letter";

type SettingAside = { id: string; reason: string; by: Viewer; at: Date };

/** Takes it off the list: nothing more is done about it. The reason is one of a few, so that it names nobody. */
export function setDeadLetterAside(db: Db, { id, reason, by, at }: SettingAside) {
  return asActor(db, by, async (tx) => {
    if (!mayLookAfterMachine(by)) return refused("not_allowed");
    const known = asideReasons.find((one) => one === reason);
    if (!known) return refused("choice_unknown");
    const [row] = await tx.execute<{ there: boolean }>(
      sql`select dead_letter_set_aside(${id}::uuid, ${known}, ${at.toISOString()}::timestamptz) as there`,
    );
    if (!row?.there) return refused("not_found");
    const subject = { kind: "dead-letter", id };
    await recordEvent(tx, { action: "dead-letter.set-aside", subject, detail: { reason: known }, at });
    return done({ id });
  });
}
