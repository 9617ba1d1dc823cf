import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { rolesOfKeys } from "~/domain/members/role";
import type { Viewer } from "~/domain/members/viewer";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { mayManagePeople } from "./people.policy";

type Change = {
  memberId: string /** Keys: `analyst`, `translator:es`. */;
  roles: string[];
  by: Viewer;
  at: Date;
};

/** Gives a colleague exactly these roles; they count at the colleague's next request. */
export function changeRoles(db: Db, { memberId, roles, by, at }: Change) {
  return asActor(db, by, async (tx) => {
    if (!mayManagePeople(by)) return refused("not_allowed");
    const given = rolesOfKeys(by.organisationKind, roles);
    if (!given) return refused("role_unknown");
    if (given.length === 0) return refused("role_missing");

    const keepsAdministrator = given.some(({ role }) => role === "administrator");
    const [row] = await tx.execute<{ hindrance: string | null }>(
      sql`select member_hindrance(${memberId}::uuid, ${keepsAdministrator}) as hindrance`,
    );
    if (row?.hindrance) return refused(row.hindrance);

    await recordEvent(tx, {
      action: "member.roles-changed",
      subject: { kind: "member", id: memberId },
      detail: { roles: given.map(({ role, language }) => (language ? `${role}:${language}` : role)) },
      at,
    });
    await queueNotice(tx, { kind: "roles-changed", to: { memberId }, about: { by: by.memberId }, at });
    await tx.execute(sql`select member_roles_set(${memberId}::uuid, ${JSON.stringify(given)}::jsonb)`);
    return done({ memberId, roles: given });
  });
}
