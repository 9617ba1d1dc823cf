import { and, asc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { findRoundKey } from "~/domain/rounds/round-key.server";
import { listRows } from "~/domain/rounds/rounds.server";
import { asViewer, type Db } from "~db/client.server";
import { organisations, rounds, signedAnswers } from "~db/schema";
import { answersIn } from "./answer";
import { progressOf } from "./progress";
import { mayFillSheet } from "./sheet.policy";
import { entriesOf } from "./sheet.server";

type Asking = { keys: SecretKeys; at: Date };

/** The open rounds that ask the viewer's institution, with how far its own sheet is; the nearest end first. */
export const listRoundsToAnswer = (db: Db, viewer: Viewer, { keys, at }: Asking) =>
  asViewer(db, viewer, async (tx) => {
    if (!mayFillSheet(viewer)) return [];
    const { organisationId } = viewer;
    const open = await tx
      .select({
        id: rounds.id,
        title: rounds.title,
        authority: organisations.shortName,
        closesAt: rounds.closesAt,
        signed: signedAnswers.version,
      })
      .from(rounds)
      .innerJoin(organisations, eq(organisations.id, rounds.authorityId))
      .leftJoin(
        signedAnswers,
        and(eq(signedAnswers.roundId, rounds.id), eq(signedAnswers.organisationId, organisationId)),
      )
      .where(
        and(
          isNotNull(rounds.openedAt),
          gt(rounds.closesAt, at),
          isNull(rounds.takenAt),
          isNull(rounds.calledOffAt),
        ),
      )
      .orderBy(asc(rounds.closesAt), asc(rounds.id));
    const found = [];
    for (const { id: roundId, ...round } of open) {
      const key = await findRoundKey(tx, { keys, roundId });
      if (!key) continue;
      const entries = await entriesOf(tx, { roundId, organisationId, key });
      const rows = progressOf(answersIn(entries), await listRows(tx, roundId));
      const sum = (count: "asked" | "answered") => rows.reduce((all, row) => all + row[count], 0);
      found.push({ id: roundId, ...round, asked: sum("asked"), answered: sum("answered") });
    }
    return found;
  });
