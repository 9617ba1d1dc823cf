import { eq } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Transaction } from "~db/client.server";
import { organisations } from "~db/schema";
import { sameWords } from "./question";

/**
 * Whether texts for everyone name an institution, by any of its names. Of any institution and not of the asker, so that nobody
 * learns by trying names who it was.
 */
export async function namesInstitution(tx: Transaction, texts: Text[]) {
  const rows = await tx
    .select({ shortName: organisations.shortName, es: organisations.nameEs, en: organisations.nameEn })
    .from(organisations)
    .where(eq(organisations.kind, "institution"));
  const names = rows.flatMap(({ shortName, es, en }) => [shortName, es, en]).map(sameWords);
  const said = texts.flatMap(({ es, en }) => [es, en]).map((text) => ` ${sameWords(text)} `);
  return names.some((name) => name !== "" && said.some((text) => text.includes(` ${name} `)));
}
