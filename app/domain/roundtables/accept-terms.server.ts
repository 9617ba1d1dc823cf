import { and, desc, eq, sql } from "drizzle-orm";
import type { Language } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { roundtableAcceptances, roundtableTerms } from "~db/schema";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import { mayTakePart } from "./roundtable.policy";
import { isSeated } from "./seated.server";

type Acceptance = {
  roundtableId: string;
  /** Of the text that was read, and in which language. */
  version: number;
  language: Language;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Enters the session on its terms as they were read; without this nothing of what is said in it is there for anybody. */
export function acceptTerms(db: Db, { roundtableId, version, language, keys, by, at }: Acceptance) {
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayTakePart(by, { seated: await isSeated(tx, roundtableId) })) return refused("not_allowed");
    if (room.cancelledAt) return refused("session_cancelled");
    const [terms] = await tx
      .select()
      .from(roundtableTerms)
      .where(eq(roundtableTerms.roundtableId, roundtableId))
      .orderBy(desc(roundtableTerms.version))
      .limit(1);
    if (!terms) return refused("terms_missing");
    if (terms.version !== version) return refused("terms_changed");
    const hash = language === "es" ? terms.hashEs : terms.hashEn;
    const [before] = await tx
      .select()
      .from(roundtableAcceptances)
      .where(
        and(
          eq(roundtableAcceptances.roundtableId, roundtableId),
          eq(roundtableAcceptances.memberId, by.memberId),
          eq(roundtableAcceptances.version, version),
        ),
      );
    if (before)
      return done({ version, language: before.language, hash: before.hash, acceptedAt: before.acceptedAt });

    await tx.execute(sql`insert into roundtable_acceptances (roundtable_id, member_id, organisation_id, version, language, hash, accepted_at)
      values (${roundtableId}::uuid, ${by.memberId}::uuid, ${by.organisationId}::uuid, ${version}, ${language}, ${hash}, ${at.toISOString()}::timestamptz)`);
    await recordInRoom(tx, { roundtableId, action: "terms.accepted", at });
    return done({ version, language, hash, acceptedAt: at });
  });
}
