import { eq, sql } from "drizzle-orm";
import type { Language } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Attribution } from "~/domain/roundtables/attribution";
import { itemTakes, type LockedRoom, lockRoom } from "~/domain/roundtables/lock-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db, Transaction } from "~db/client.server";
import { roomContributions } from "~db/schema";
import { attribute } from "./attribute.server";
import { mostLetters, type SaidKind, type SaidWords } from "./contribution";
import type { SeatPace } from "./seat-pace";

type Saying = {
  roundtableId: string;
  /** Made up by whoever writes, at random: the same once more is the same contribution. */
  id: string;
  kind: SaidKind;
  item: number;
  parentId: string | null;
  mode: Attribution;
  text: string;
  language: Language;
  pace: SeatPace;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/**
 * Says something, or asks it. No entry of a log, no time and no counter goes with it: those would stand beside it and say whose
 * it is (decision 400). What is said is the record.
 */
export async function sayInRoom(db: Db, { roundtableId, pace, keys, by, at, ...said }: Saying) {
  const text = storable(said.text.trim());
  const screened = await stopIdentifiers(db, { texts: [text], at });
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, keys, by, at });
    if (!entered.ok) return entered;
    const room = entered.value;
    if (!screened.ok) return screened;
    const takes = itemTakes(room, { item: said.item, ahead: said.kind === "question" });
    if (!takes.ok) return takes;
    if (text === "") return refused("nothing_said");
    if (text.length > mostLetters) return refused("said_too_long", { most: mostLetters });
    if (said.parentId !== null && !(await isAnswerable(tx, said.parentId, said.item, roundtableId)))
      return refused("nothing_to_answer");
    const attributed = await attribute(tx, room, { mode: said.mode, by: room.by });
    if (!attributed.ok) return attributed;
    const { who, memberId, organisationId, sector } = attributed.value;
    const words: SaidWords = { text, language: said.language, who };
    const again = await isTheSame(tx, room, said.id, words);
    if (again !== undefined) return again ? done({ id: said.id }) : refused("said_already");
    if (!pace.take({ roundtableId, memberId: room.by.memberId }, at)) return refused("too_fast_in_room");

    await tx.execute(sql`insert into room_contributions (id, roundtable_id, kind, item, parent_id, mode, member_id, organisation_id, sector, words)
      values (${said.id}::uuid, ${roundtableId}::uuid, ${said.kind}, ${said.item}, ${said.parentId}::uuid, ${said.mode}, ${memberId}::uuid,
        ${organisationId}::uuid, ${sector}, ${room.sealed.seal(`contribution:${said.id}`, words)}::bytea)`);
    return done({ id: said.id });
  });
}

async function isAnswerable(tx: Transaction, parentId: string, item: number, roundtableId: string) {
  const [row] = await tx.execute<{ yes: boolean }>(
    sql`select room_answers(${roundtableId}::uuid, ${item}, ${parentId}::uuid) as yes`,
  );
  return row?.yes ?? false;
}

/** Whether what has this id already says the same; undefined when nothing has. */
async function isTheSame(
  tx: Transaction,
  { id: roundtableId, sealed }: LockedRoom,
  id: string,
  words: SaidWords,
) {
  const [held] = await tx
    .select({ words: roomContributions.words, roundtableId: roomContributions.roundtableId })
    .from(roomContributions)
    .where(eq(roomContributions.id, id))
    .prepare("room_said_already")
    .execute();
  if (!held) return undefined;
  if (held.roundtableId !== roundtableId) return false;
  const before = sealed.open<SaidWords>(`contribution:${id}`, held.words);
  return before.text === words.text;
}
