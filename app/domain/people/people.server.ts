import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { GivenRole } from "~/domain/members/role";
import type { Member, Viewer } from "~/domain/members/viewer";
import { alphabetically } from "~db/alphabet";
import { asViewer, type Db } from "~db/client.server";
import { memberRoles, members } from "~db/schema";
import { mayManagePeople } from "./people.policy";

const card = {
  id: members.id,
  name: members.name,
  email: members.email,
  language: members.language,
  timeZone: members.timeZone,
  createdAt: members.createdAt,
  leftAt: members.leftAt,
};

const rolesOfRow = sql<GivenRole[]>`coalesce((
  select jsonb_agg(jsonb_build_object('role', ${memberRoles.role}, 'language', ${memberRoles.language}) order by ${memberRoles.role}, ${memberRoles.language})
  from ${memberRoles} where ${memberRoles.memberId} = ${members.id}), '[]')`;

/** The people of the administrator's own organisation by name, those who left as well; of nobody else's. */
export async function listPeople(db: Db, viewer: Viewer, { left = false }: { left?: boolean } = {}) {
  if (!mayManagePeople(viewer)) return [];
  return asViewer(db, viewer, (tx) =>
    tx
      .select({ ...card, roles: rolesOfRow })
      .from(members)
      .where(
        and(
          eq(members.organisationId, viewer.organisationId),
          left ? isNotNull(members.leftAt) : isNull(members.leftAt),
        ),
      )
      .orderBy(alphabetically(members.name), asc(members.id)),
  );
}

/** A colleague, as the administrator sees them. */
export async function findPerson(db: Db, viewer: Viewer, id: string) {
  if (!mayManagePeople(viewer)) return undefined;
  const [row] = await asViewer(db, viewer, (tx) =>
    tx
      .select({ ...card, roles: rolesOfRow })
      .from(members)
      .where(and(eq(members.organisationId, viewer.organisationId), eq(members.id, id))),
  );
  return row;
}

/** What the member's own page shows of them. */
export async function findOwnCard(db: Db, viewer: Member) {
  const [row] = await asViewer(db, viewer, (tx) =>
    tx.select(card).from(members).where(eq(members.id, viewer.memberId)),
  );
  return row;
}
