import type { Text } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { themes } from "~db/schema";
import { roundToAnswer } from "./closed-round.server";
import { nameProblem } from "./theme-name";

type Making = { roundId: string; name: Text; by: Viewer; at: Date };

export function makeTheme(db: Db, { roundId, name, by, at }: Making) {
  return asActor(db, by, async (tx) => {
    const round = await roundToAnswer(tx, { roundId, by });
    if (!round.ok) return round;
    if (!isMember(by)) return refused("not_allowed");
    const problem = nameProblem(name);
    if (problem) return problem;
    const screened = await stopIdentifiers(tx, { texts: Object.values(name), at });
    if (!screened.ok) return screened;

    const [theme] = await tx
      .insert(themes)
      .values({ roundId, name: storable(name), createdBy: by.memberId, createdAt: at })
      .returning({ id: themes.id });
    if (!theme) throw new Error("a theme was not stored");
    await recordEvent(tx, { action: "theme.made", subject: { kind: "round", id: roundId }, at });
    return done(theme);
  });
}
