import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Language } from "~/domain/advisories/advisory.form";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { asActor } from "~/domain/as-actor.server";
import type { InvitationKey } from "~/domain/invitations/invitation-token.server";
import { keepInvitation } from "~/domain/invitations/keep-invitation.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { organisations } from "~db/schema";
import type { InvitedOrganisation } from "./invitation.form";
import { mayInviteOrganisation } from "./vetting.policy";

type Invited = InvitedOrganisation & { by: Viewer; at: Date; key: InvitationKey };

/** An officer asks an organisation of the own country in; its contact becomes its first administrator. */
export function inviteOrganisation(
  db: Db,
  { by, at, key, kind, shortName, nameEs, nameEn, ...contact }: Invited,
) {
  return asActor(db, by, (within) =>
    allOrNothing(within, by, async (tx) => {
      if (!mayInviteOrganisation(by)) return refused("not_allowed");
      const id = randomUUID();
      // In words of SQL: an insert of the library's names every column, and the web role may fill only these.
      const written = await tx.execute(sql`
      insert into ${organisations} (id, kind, short_name, name_es, name_en, jurisdiction, vetting, created_at)
      values (${id}::uuid, ${kind}, ${shortName}, ${nameEs}, ${nameEn}, ${by.jurisdiction}, 'invited', ${at.toISOString()}::timestamptz)
      on conflict (short_name) do nothing`);
      if (written.count === 0) return refused("short_name_taken");

      const language: Language = contact.language;
      const invited = await keepInvitation(tx, {
        kind: "organisation",
        organisationId: id,
        email: contact.email,
        name: contact.contact,
        language,
        roles: [{ role: "administrator", language: "" }],
        by,
        at,
        key,
      });
      return invited.ok
        ? done({ id, invitationId: invited.value.id, expiresAt: invited.value.expiresAt })
        : invited;
    }),
  );
}
