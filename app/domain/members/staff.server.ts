import { and, eq, isNull } from "drizzle-orm";
import { alphabetically } from "~db/alphabet";
import { asViewer, type Db } from "~db/client.server";
import { members, organisations } from "~db/schema";
import type { Viewer } from "./viewer";

/** The staff of every authority, as far as this viewer may know of them. */
export const listStaff = (db: Db, viewer: Viewer) =>
  asViewer(db, viewer, (tx) =>
    tx
      .select({ id: members.id, name: members.name, organisation: organisations.shortName })
      .from(members)
      .innerJoin(organisations, eq(organisations.id, members.organisationId))
      .where(and(eq(organisations.kind, "authority"), isNull(members.leftAt)))
      .orderBy(alphabetically(organisations.shortName), alphabetically(members.name)),
  );
