import { and, eq, inArray } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { points, themePoints } from "~db/schema";
import { roundToAnswer } from "./closed-round.server";
import { findTheme } from "./theme.server";

type Placing = {
  themeId: string;
  pointIds: string[];
  /** Into the theme, or out of it. */
  into: boolean;
  by: Viewer;
  at: Date;
};

/** Sorts points into a theme, or out of it; a point may stand in several. Done twice it is done once. */
export function placePoints(db: Db, { themeId, pointIds, into, by, at }: Placing) {
  return asActor(db, by, async (tx) => {
    const theme = await findTheme(tx, themeId);
    if (!theme) return refused("not_found");
    const round = await roundToAnswer(tx, { roundId: theme.roundId, by });
    if (!round.ok) return round;
    const asked = [...new Set(pointIds)];
    if (asked.length === 0) return refused("no_points_chosen");
    // Whose institution was told what became of it is not told otherwise.
    if (!into && theme.replied) return refused("theme_replied");
    const there = await tx.$count(points, and(eq(points.roundId, theme.roundId), inArray(points.id, asked)));
    if (there < asked.length) return refused("points_elsewhere");

    await (into
      ? tx
          .insert(themePoints)
          .values(asked.map((pointId) => ({ themeId, pointId })))
          .onConflictDoNothing()
      : tx
          .delete(themePoints)
          .where(and(eq(themePoints.themeId, themeId), inArray(themePoints.pointId, asked))));
    // Never how many: the auditor would learn how many institutions wrote.
    await recordEvent(tx, { action: "points.sorted", subject: { kind: "round", id: theme.roundId }, at });
    return done({ id: themeId });
  });
}
