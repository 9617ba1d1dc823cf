import { sql } from "drizzle-orm";
import type { Language, Text, Tlp } from "~/domain/advisories/advisory.form";
import type { Viewer } from "~/domain/members/viewer";
import { conceptsIn, storable } from "~/domain/vocabulary/query";
import { asViewer, type Db } from "~db/client.server";

type Draft = {
  /** What is being written, in `language`. */
  text: string;
  language: Language;
  /** Ids of the red flags that the draft already holds. */
  excluding: string[];
};

export type SimilarRedFlag = {
  id: string;
  publicId: string;
  advisoryNumber: string;
  tlp: Tlp;
  text: Text;
  /** From 0.25, much in common, to 1, the same words. */
  similarity: number;
};

/** Red flags in force that say much the same, most alike first; only those that the viewer may see. */
export function similarRedFlags(
  db: Db,
  viewer: Viewer,
  { text, language, excluding }: Draft,
): Promise<SimilarRedFlag[]> {
  const body = storable(text).normalize("NFC").slice(0, 4000);
  return asViewer(db, viewer, async (tx) => {
    const rows = await tx.execute<{
      id: string;
      publicId: string;
      advisoryNumber: string;
      tlp: Tlp;
      es: string;
      en: string;
      similarity: number;
    }>(sql`
      select indicator_id as id, public_id as "publicId", advisory_number as "advisoryNumber", tlp, es, en, similarity
      from similar_red_flags(${body}, ${language}, ${JSON.stringify(conceptsIn(body))}::jsonb,
        array(select jsonb_array_elements_text(${JSON.stringify(excluding)}::jsonb)::uuid), 8)`);
    return rows.map(({ es, en, ...row }) => ({ ...row, text: { es, en } }));
  });
}
