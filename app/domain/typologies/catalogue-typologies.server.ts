import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import type { Viewer } from "~/domain/members/viewer";
import type { Transaction } from "~db/client.server";
import { typologies } from "~db/schema";

type Cataloguing = { content: AdvisoryContent; by: Viewer & { memberId: string }; at: Date };

/** Gives every typology that a public document prints its page; a restricted one adds nothing that anyone could read. */
export async function catalogueTypologies(tx: Transaction, { content, by, at }: Cataloguing) {
  if (content.tlp !== "CLEAR" || content.typologies.length === 0) return;
  await tx
    .insert(typologies)
    .values(
      content.typologies.map(({ code, printed }) => ({
        code,
        nameEs: printed.es || printed.en || code,
        nameEn: printed.en || printed.es || code,
        catalogued: false,
        addedBy: by.memberId,
        addedAt: at,
      })),
    )
    .onConflictDoNothing();
}
