import { sql } from "drizzle-orm";
import { z } from "zod";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { mayLookAfterMachine } from "~/domain/machine/machine.policy";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";

/** `localDate`: the day of the run, `2026-11-22`. */
export type Steering = { localDate: string; by: Viewer; at: Date };

const day = z.iso.date();
const past = { pause: "paused", resume: "resumed", cancel: "cancelled" } as const;

export const steerRun =
  (act: keyof typeof past) =>
  (db: Db, { localDate, by, at }: Steering) =>
    asActor(db, by, async (tx) => {
      if (!mayLookAfterMachine(by)) return refused("not_allowed");
      if (!day.safeParse(localDate).success) return refused("not_found");
      const [row] = await tx.execute<{ answer: string }>(
        sql`select digest_run_steer(${localDate}::date, ${act}, ${at.toISOString()}::timestamptz) as answer`,
      );
      if (row?.answer !== "done") return refused(row?.answer ?? "not_found");
      const subject = { kind: "digest-run", id: localDate };
      await recordEvent(tx, { action: `digest-run.${past[act]}`, subject, at });
      return done({ localDate });
    });
