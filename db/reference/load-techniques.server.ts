import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../client.server";
import { projectFolder } from "../project-folder.server";
import { amltrixTechniques } from "../schema";

const rows = z.array(
  z.object({
    external_id: z.string(),
    stix_id: z.string(),
    name: z.string(),
    parent: z.string(),
    url: z.string(),
  }),
);

/** Brings the AMLTRIX ids and names of db/reference into the database; as the owner. */
export async function loadTechniques(db: Db) {
  const file = await readFile(projectFolder("db", "reference", "amltrix-techniques.csv"), "utf8");
  // The source gives one id (T0098) to two techniques: both names stand under it.
  const byId = new Map<string, z.output<typeof rows>[number]>();
  for (const row of rows.parse(parse(file, { columns: true }))) {
    const twin = byId.get(row.external_id);
    byId.set(row.external_id, twin ? { ...twin, name: `${twin.name}; ${row.name}` } : row);
  }
  const techniques = [...byId.values()];
  if ((await db.$count(amltrixTechniques)) === techniques.length) return;
  await db
    .insert(amltrixTechniques)
    .values(
      techniques.map((one) => ({
        externalId: one.external_id,
        stixId: one.stix_id,
        name: one.name,
        parent: one.parent,
        url: one.url,
      })),
    )
    .onConflictDoUpdate({
      target: amltrixTechniques.externalId,
      set: { name: sql`excluded.name`, url: sql`excluded.url`, parent: sql`excluded.parent` },
    });
}
