import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db, Transaction } from "~db/client.server";
import { roomTranslations } from "~db/schema";
import { mostLetters, type SaidWords } from "./contribution";
import { lockContribution } from "./lock-contribution.server";
import type { SeatPace } from "./seat-pace";
import { otherThan, type TranslatedWords } from "./translate-contribution.server";
import type { Translator } from "./translator";

type Asking = {
  roundtableId: string;
  contributionId: string;
  /** Undefined: none is configured. */
  translator: Translator | undefined;
  pace: SeatPace;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/**
 * Has a machine put what was said beside it in the other language. Who asked is kept nowhere, and no entry of a journal or time goes
 * with it: they may be the one who wrote it (decision 442).
 */
export async function translateByMachine(
  db: Db,
  { roundtableId, contributionId, translator, pace, keys, by, at }: Asking,
) {
  const enter = async (tx: Transaction) => {
    const entered = await lockRoom(tx, { roundtableId, keys, by, at });
    if (!entered.ok) return entered;
    const room = entered.value;
    if (!translator) return refused("translator_missing");
    const held = await lockContribution(tx, { roundtableId, contributionId });
    if (!held || held.kind === "file") return refused("not_found");
    if (held.hiddenAt) return refused("hidden_already");
    const [before] = await tx
      .select({ id: roomTranslations.id })
      .from(roomTranslations)
      .where(eq(roomTranslations.contributionId, contributionId));
    if (before) return refused("translated_already");
    return done({
      room,
      translator,
      said: room.sealed.open<SaidWords>(`contribution:${contributionId}`, held.words),
    });
  };
  const mayAsk = await asActor(db, by, async (tx) => {
    const entered = await enter(tx);
    if (!entered.ok) return entered;
    const { room } = entered.value;
    return pace.take({ roundtableId, memberId: room.by.memberId }, at)
      ? entered
      : refused("too_fast_in_room");
  });
  if (!mayAsk.ok) return mayAsk;
  const { said } = mayAsk.value;
  const to = otherThan(said.language);
  // While nobody waits: the room is not held as long as the machine thinks.
  const answered = await mayAsk.value.translator({ text: said.text, from: said.language, to });
  if (!answered.ok) return answered;
  const text = storable(answered.value.trim());
  if (text === "" || text.length > 2 * mostLetters) return refused("translator_failed");
  const screened = await stopIdentifiers(db, { texts: [text], at });
  if (!screened.ok) return refused("machine_words_stopped");

  return asActor(db, by, async (tx) => {
    const entered = await enter(tx);
    if (!entered.ok) return entered;
    const id = randomUUID();
    const words: TranslatedWords = { text, by: null };
    await tx.execute(sql`insert into room_translations (id, roundtable_id, contribution_id, language, member_id, words)
      values (${id}::uuid, ${roundtableId}::uuid, ${contributionId}::uuid, ${to}, null,
        ${entered.value.room.sealed.seal(`translation:${id}`, words)}::bytea)`);
    return done({ id, language: to });
  });
}
