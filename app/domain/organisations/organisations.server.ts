import { and, eq, inArray, ne } from "drizzle-orm";
import type { Member, Viewer } from "~/domain/members/viewer";
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

/** Who may be named as a reader: institutions, guilds, civil society and the other authorities; an authority reads what it publishes anyway. */
export const listReaders = (db: Db, viewer: Member) =>
  asViewer(db, viewer, (tx) =>
    tx
      .select(organisationCard)
      .from(organisations)
      .where(
        and(
          inArray(organisations.kind, ["institution", "guild", "civil", "authority"]),
          ne(organisations.id, viewer.organisationId),
        ),
      )
      .orderBy(alphabetically(organisations.shortName)),
  );
