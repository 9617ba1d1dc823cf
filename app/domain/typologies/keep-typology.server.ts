import { z } from "zod";
import { longText, shortText } from "~/domain/advisories/advisory.form";
import { mayKeepTypologies } from "~/domain/advisories/advisory.policy";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { typologies } from "~db/schema";

export const typologyForm = z.object({
  code: z.string().regex(/^[a-z0-9-]{2,80}$/, "errors.bad_code"),
  name: shortText,
  description: longText,
  printed: z.array(z.string().min(1).max(200)).max(100),
  amltrix: z.array(z.string().regex(/^T\d{4}(\.\d{3})?$/, "errors.bad_amltrix")).max(30),
});

type Keeping = { typology: z.infer<typeof typologyForm>; by: Viewer; at: Date };

/** Adds a typology to the catalogue or rewrites its entry, in both languages. */
export function keepTypology(db: Db, { typology, by, at }: Keeping) {
  return asViewer(db, by, async (tx) => {
    if (!isMember(by) || !mayKeepTypologies(by)) return refused("not_allowed");
    const { code, name, description, amltrix, printed } = typology;
    for (const language of ["es", "en"] as const) {
      if (!name[language].trim() || !description[language].trim()) return refused(`incomplete_${language}`);
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
  });
}
