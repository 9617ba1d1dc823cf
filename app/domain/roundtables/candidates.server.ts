import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { alphabetically } from "~db/alphabet";
import { asViewer, type Db } from "~db/client.server";
import { memberRoles, members, organisations } from "~db/schema";
import type { RoundtablePart } from "./roundtable";

const rolesWithPart = ["convener", "legal", "officer", "rapporteur"] as const;
const columns = { id: members.id, name: members.name, organisation: organisations.shortName };

/** Who could chair for another authority: its conveners. */
export const listOtherConveners = (db: Db, viewer: Viewer) =>
  asViewer(db, viewer, async (tx) =>
    isMember(viewer)
      ? tx
          .select({ ...columns, organisationId: organisations.id })
          .from(members)
          .innerJoin(organisations, eq(organisations.id, members.organisationId))
          .innerJoin(memberRoles, and(eq(memberRoles.memberId, members.id), eq(memberRoles.role, "convener")))
          .where(
            and(
              eq(organisations.kind, "authority"),
              eq(organisations.vetting, "vetted"),
              ne(organisations.id, viewer.organisationId),
              isNull(members.leftAt),
            ),
          )
          .orderBy(alphabetically(organisations.shortName), alphabetically(members.name))
      : [],
  );

/** Who of the viewer's own authority could have a part in a room, and which: a convener chairs, legal staff and officers clear, a rapporteur takes notes. */
export const listOwnCandidates = (db: Db, viewer: Viewer) =>
  asViewer(db, viewer, async (tx) => {
    if (!isMember(viewer)) return [];
    const rows = await tx
      .select({ id: members.id, name: members.name, role: memberRoles.role })
      .from(members)
      .innerJoin(memberRoles, eq(memberRoles.memberId, members.id))
      .where(
        and(
          eq(members.organisationId, viewer.organisationId),
          isNull(members.leftAt),
          inArray(memberRoles.role, [...rolesWithPart]),
        ),
      )
      .orderBy(alphabetically(members.name));
    const seen = new Set<string>();
    return rows.flatMap(({ id, name, role: held }) => {
      const role = rolesWithPart.find((one) => one === held);
      if (!role) return [];
      const part = partOf(role);
      if (seen.has(id + part)) return [];
      seen.add(id + part);
      return [{ id, name, part, role }];
    });
  });

function partOf(role: (typeof rolesWithPart)[number]): RoundtablePart {
  if (role === "convener") return "chair";
  return role === "rapporteur" ? "rapporteur" : "clearer";
}

/** The viewer's colleagues, whom their institution may send. */
export const listOwnPeople = (db: Db, viewer: Viewer) =>
  asViewer(db, viewer, async (tx) =>
    isMember(viewer)
      ? tx
          .select({ id: members.id, name: members.name })
          .from(members)
          .where(and(eq(members.organisationId, viewer.organisationId), isNull(members.leftAt)))
          .orderBy(alphabetically(members.name))
      : [],
  );
