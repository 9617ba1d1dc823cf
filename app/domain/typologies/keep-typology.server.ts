import { eq } from "drizzle-orm";
import { mayKeepTypologies } from "~/domain/advisories/advisory.policy";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db, Transaction } from "~db/client.server";
import { typologies } from "~db/schema";
import type { TypologyEntry } from "./typology.form";

type Keeping = {
  typology: TypologyEntry;
  /** Refused where the code has an entry already: whoever adds one has not read what stands there. */
  added?: boolean;
  by: Viewer;
  at: Date;
};

/** Adds a typology to the catalogue or rewrites its entry, in both languages. */
export const keepTypology = (db: Db, keeping: Keeping) =>
  asActor(db, keeping.by, (tx) => writeTypology(tx, keeping));

/** The same inside another act's transaction. */
export async function writeTypology(tx: Transaction, { typology, added = false, by, at }: Keeping) {
  if (!isMember(by) || !mayKeepTypologies(by)) return refused("not_allowed");
  const { code, name, description, amltrix, printed } = typology;
  for (const language of ["es", "en"] as const) {
    if (!name[language].trim() || !description[language].trim()) return refused(`incomplete_${language}`);
  }
  if (added && (await tx.$count(typologies, eq(typologies.code, code))) > 0) {
    return refused("code_taken", { code });
  }
  const entry = {
    nameEs: name.es,
    nameEn: name.en,
    descriptionEs: description.es,
    descriptionEn: description.en,
    amltrix,
    printed,
    catalogued: true,
  };
  await tx
    .insert(typologies)
    .values({ code, ...entry, addedBy: by.memberId, addedAt: at })
    .onConflictDoUpdate({ target: typologies.code, set: entry });
  await recordEvent(tx, { action: "typology.kept", subject: { kind: "typology", id: code }, at });
  return done({ code });
}
