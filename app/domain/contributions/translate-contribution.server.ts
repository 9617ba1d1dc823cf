import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Language } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { roomTranslations } from "~db/schema";
import { mostLetters, type SaidWords } from "./contribution";
import { lockContribution } from "./lock-contribution.server";

type Translation = {
  roundtableId: string;
  contributionId: string;
  text: string;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Sealed: the same in the other language, and who answers for it; null: a machine made it, and nobody does. */
export type TranslatedWords = { text: string; by: string | null };

export const otherThan = (language: Language): Language => (language === "es" ? "en" : "es");

/** Puts what was said beside it in the other language, under the translator's own name; they may mend it, nobody else may. A machine's gives way to it. */
export async function translateContribution(
  db: Db,
  { roundtableId, contributionId, text, keys, by, at }: Translation,
) {
  const words = storable(text.trim());
  const screened = await stopIdentifiers(db, { texts: [words], at });
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, keys, by, at });
    if (!entered.ok) return entered;
    const room = entered.value;
    if (!screened.ok) return screened;
    const held = await lockContribution(tx, { roundtableId, contributionId });
    if (!held || held.kind === "file") return refused("not_found");
    if (held.hiddenAt) return refused("hidden_already");
    if (words === "") return refused("nothing_said");
    if (words.length > mostLetters) return refused("said_too_long", { most: mostLetters });
    const original = room.sealed.open<SaidWords>(`contribution:${contributionId}`, held.words);
    const language = otherThan(original.language);
    const [before] = await tx
      .select({ id: roomTranslations.id, memberId: roomTranslations.memberId })
      .from(roomTranslations)
      .where(
        and(eq(roomTranslations.contributionId, contributionId), eq(roomTranslations.language, language)),
      );
    if (before && before.memberId !== null && before.memberId !== room.by.memberId)
      return refused("translated_by_another");
    const id = before?.id ?? randomUUID();
    const translated: TranslatedWords = { text: words, by: `${room.by.name}, ${room.by.organisation}` };
    const sealed = room.sealed.seal(`translation:${id}`, translated);
    await (before
      ? tx
          .update(roomTranslations)
          .set({ words: sealed, memberId: room.by.memberId })
          .where(eq(roomTranslations.id, id))
      : tx.execute(sql`insert into room_translations (id, roundtable_id, contribution_id, language, member_id, words)
          values (${id}::uuid, ${roundtableId}::uuid, ${contributionId}::uuid, ${language}, ${room.by.memberId}::uuid, ${sealed}::bytea)`));
    await recordInRoom(tx, { roundtableId, action: "contribution.translated", about: id, at });
    return done({ id, language });
  });
}
