import { eq } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { alphabetically } from "~db/alphabet";
import { asViewer, type Db } from "~db/client.server";
import { organisations } from "~db/schema";

/** What every list of organisations tells of one. */
export const organisationCard = {
  id: organisations.id,
  kind: organisations.kind,
  shortName: organisations.shortName,
  name: { es: organisations.nameEs, en: organisations.nameEn },
  jurisdiction: organisations.jurisdiction,
  sector: organisations.sector,
};

export const listAuthorities = (db: Db, viewer: Viewer) =>
  asViewer(db, viewer, (tx) =>
    tx
      .select(organisationCard)
      .from(organisations)
      .where(eq(organisations.kind, "authority"))
      .orderBy(alphabetically(organisations.shortName)),
  );

/** Institutions that this viewer may know of: to authorities all, to an institution itself. */
export const listInstitutions = (db: Db, viewer: Viewer) =>
  asViewer(db, viewer, (tx) =>
    tx
      .select(organisationCard)
      .from(organisations)
      .where(eq(organisations.kind, "institution"))
      .orderBy(alphabetically(organisations.shortName)),
  );
