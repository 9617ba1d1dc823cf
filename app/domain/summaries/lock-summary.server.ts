import { createHash } from "node:crypto";
import { and, eq, getTableColumns, inArray, isNull, notInArray, sql } from "drizzle-orm";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { rulesOf } from "~/domain/minutes/lock-minutes.server";
import { readMinutes } from "~/domain/minutes/minutes.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import { differencesOf } from "~/domain/questions/differences";
import { lockRoundtable } from "~/domain/roundtables/lock-roundtable.server";
import type { Place } from "~/domain/roundtables/roundtable.form";
import type { Transaction } from "~db/client.server";
import {
  members,
  organisations,
  roundtableAuthorities,
  roundtableParts,
  roundtableSummaries,
} from "~db/schema";
import type { SummaryWords } from "./summary.form";
import { tracesIn } from "./traces-in";

export type LockedSession = NonNullable<Awaited<ReturnType<typeof lockRoundtable>>>;
type Wanted = {
  roundtableId: string;
  keys: SecretKeys;
  by: Viewer;
  /** The act's sentence, asked before anything is told of the room. */
  may(room: LockedSession): boolean;
};

const { publishedBy: _, ...told } = getTableColumns(roundtableSummaries);
/** All that the web role reads of a room's summary: whose hand published it is not. */
export const keptColumns = told;

/** The summary of a session in its room, for whoever accepted its terms; also once its record is sealed. */
export async function lockSummary(tx: Transaction, { roundtableId, keys, by, may }: Wanted) {
  const room = await lockRoundtable(tx, { roundtableId, keys });
  if (!room) return refused("not_found");
  if (!may(room)) return refused("not_allowed");
  const minutes = await readMinutes(tx, by, { id: roundtableId, keys });
  if (!minutes) return refused("terms_not_accepted");
  const [kept] = await tx
    .select(keptColumns)
    .from(roundtableSummaries)
    .where(eq(roundtableSummaries.roundtableId, roundtableId));
  return done({
    room,
    approved: minutes.approved,
    kept,
    words: kept && room.sealed.open<SummaryWords>("summary", kept.words),
  });
}

/** Whether a summary can be approved as it stands: whole in both languages, which say the same, and without a trace of its session. */
export async function readyToPublish(
  tx: Transaction,
  room: LockedSession,
  { title, body, issuers }: SummaryWords,
): Promise<Outcome<undefined>> {
  const texts = [title, body];
  if (!texts.every(({ es, en }) => es.trim() !== "" && en.trim() !== ""))
    return refused("summary_incomplete");
  const names = await namesAround(tx, room, issuers);
  const traces = tracesIn(texts, { ...room, names });
  if (traces.length > 0) return refused("session_traced", { traces: traces.join(", ") });
  const count = differencesOf(texts);
  return count > 0 ? refused("languages_differ", { count }) : done(undefined);
}

/** Of everyone in the room, of their organisations but those that put their name to it, and of where it was. */
export async function namesAround(tx: Transaction, room: LockedSession, issuers: string[]) {
  const { names } = await rulesOf(tx, room);
  const staff = await tx
    .select({ name: members.name })
    .from(roundtableParts)
    .innerJoin(members, eq(members.id, roundtableParts.memberId))
    .where(and(eq(roundtableParts.roundtableId, room.id), isNull(roundtableParts.endedAt)));
  const convening = tx
    .select({ id: roundtableAuthorities.authorityId })
    .from(roundtableAuthorities)
    .where(eq(roundtableAuthorities.roundtableId, room.id));
  const unsaid = await tx
    .select({ shortName: organisations.shortName, es: organisations.nameEs, en: organisations.nameEn })
    .from(organisations)
    .where(
      and(
        inArray(organisations.id, convening),
        issuers.length > 0 ? notInArray(organisations.id, issuers) : sql`true`,
      ),
    );
  const { where } = room.sealed.open<Place>("place", room.place);
  return [
    ...names,
    ...staff.map(({ name }) => name),
    ...unsaid.flatMap(({ shortName, es, en }) => [shortName, es, en]),
    ...(where.trim().length > 3 ? [where] : []),
  ];
}

/** Leads from a room to what it published, and lies nowhere but sealed in it. */
export type Link = { id: string; secret: string };

/** As the database keeps it: it knows the word when it is shown and cannot say it. */
export const markOf = (secret: string) => createHash("sha256").update(secret).digest("hex");
