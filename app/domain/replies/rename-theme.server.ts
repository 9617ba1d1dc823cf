import { eq } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { themes } from "~db/schema";
import { roundToAnswer } from "./closed-round.server";
import { findTheme } from "./theme.server";
import { nameProblem } from "./theme-name";

type Renaming = { themeId: string; name: Text; by: Viewer; at: Date };

/** Until something was released under it: from then on readers know it by that name. */
export function renameTheme(db: Db, { themeId, name, by, at }: Renaming) {
  return asActor(db, by, async (tx) => {
    const theme = await findTheme(tx, themeId);
    if (!theme) return refused("not_found");
    const round = await roundToAnswer(tx, { roundId: theme.roundId, by });
    if (!round.ok) return round;
    const problem = nameProblem(name);
    if (problem) return problem;
    if (theme.replied) return refused("theme_replied");
    const screened = await stopIdentifiers(tx, { texts: Object.values(name), at });
    if (!screened.ok) return screened;

    const changed = await tx
      .update(themes)
      .set({ name: storable(name) })
      .where(eq(themes.id, themeId))
      .returning({ id: themes.id });
    // Released in the instant between.
    if (changed.length === 0) return refused("theme_replied");
    await recordEvent(tx, { action: "theme.renamed", subject: { kind: "round", id: theme.roundId }, at });
    return done({ id: themeId });
  });
}
