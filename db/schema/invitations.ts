import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, id, instant } from "../columns";
import { members } from "./members";
import { organisations } from "./organisations";

/** The link in the mail is derived again when it is sent; here is only its SHA-256, which the web role cannot read. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    /** `organisation`: its first administrator comes with it. */
    kind: text("kind").$type<"member" | "organisation">().notNull(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    email: text("email").notNull(),
    name: text("name"),
    language: text("language").$type<"es" | "en">().notNull(),
    roles: jsonb("roles").$type<{ role: string; language: "es" | "en" | "" }[]>().notNull(),
    /** Null: by whoever runs the installation, who founds the first organisations and is no member (decision 163). */
    invitedBy: uuid("invited_by").references(() => members.id),
    invitedAt: instant("invited_at").notNull(),
    /** How often a link was made: each one ends the link before. */
    generation: integer("generation").notNull().default(1),
    tokenHash: bytea("token_hash").notNull().unique(),
    sentAt: instant("sent_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    acceptedBy: uuid("accepted_by").references(() => members.id),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => members.id),
  },
  (t) => [
    index("invitations_organisation").on(t.organisationId),
    uniqueIndex("invitations_one_open")
      .on(t.organisationId, t.email)
      .where(sql`accepted_at IS NULL AND withdrawn_at IS NULL`),
  ],
);
