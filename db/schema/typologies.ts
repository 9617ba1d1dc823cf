import { boolean, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns";

/** The public catalogue. An entry that came with an imported document is `catalogued: false` until an authority adopts it. */
export const typologies = pgTable("typologies", {
  code: text("code").primaryKey(),
  nameEs: text("name_es").notNull(),
  nameEn: text("name_en").notNull(),
  descriptionEs: text("description_es").notNull().default(""),
  descriptionEn: text("description_en").notNull().default(""),
  amltrix: text("amltrix").array().notNull().default([]),
  /** How documents print it in either language; an import maps these terms to the code. */
  printed: text("printed").array().notNull().default([]),
  catalogued: boolean("catalogued").notNull(),
  addedBy: uuid("added_by"),
  addedAt: instant("added_at").notNull(),
});

export const amltrixTechniques = pgTable("amltrix_techniques", {
  externalId: text("external_id").primaryKey(),
  stixId: text("stix_id").notNull(),
  name: text("name").notNull(),
  parent: text("parent").notNull(),
  url: text("url").notNull(),
});
