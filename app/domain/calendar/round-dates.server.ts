import { and, gt, isNotNull, isNull } from "drizzle-orm";
import { mayFillSheet } from "~/domain/answers/sheet.policy";
import type { Member } from "~/domain/members/viewer";
import { mayPlanRounds } from "~/domain/rounds/round.policy";
import type { Transaction } from "~db/client.server";
import { rounds } from "~db/schema";
import type { Occasion } from "./occasion";

/** When the open rounds of the viewer's authority end, or those that ask the viewer's institution. */
export async function roundDates(tx: Transaction, viewer: Member, at: Date): Promise<Occasion[]> {
  if (!mayFillSheet(viewer) && !mayPlanRounds(viewer)) return [];
  const rows = await tx
    .select({
      id: rounds.id,
      closesAt: rounds.closesAt,
      openedAt: rounds.openedAt,
      extendedAt: rounds.extendedAt,
    })
    .from(rounds)
    .where(
      and(
        isNotNull(rounds.openedAt),
        gt(rounds.closesAt, at),
        isNull(rounds.takenAt),
        isNull(rounds.calledOffAt),
      ),
    );
  return rows.flatMap(({ id, closesAt, openedAt, extendedAt }) =>
    closesAt && openedAt
      ? [
          {
            uid: `round-end-${id}`,
            kind: "round-end" as const,
            when: { at: closesAt },
            changedAt: extendedAt ?? openedAt,
            about: { roundId: id },
          },
        ]
      : [],
  );
}
