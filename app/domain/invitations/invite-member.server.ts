import type { Language } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import { rolesOfKeys } from "~/domain/members/role";
import type { Viewer } from "~/domain/members/viewer";
import { refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { mayInviteMembers } from "./invitation.policy";
import type { InvitationKey } from "./invitation-token.server";
import { keepInvitation } from "./keep-invitation.server";
import { normalAddress } from "./normal-address.server";

type Invited = {
  email: string;
  name: string | null;
  language: Language;
  /** Keys of roles: `analyst`, `translator:es`. */
  roles: string[];
  by: Viewer;
  at: Date;
  key: InvitationKey;
};

/** An administrator asks a person into the own organisation, with the roles that they will have. */
export function inviteMember(db: Db, { roles, by, ...invited }: Invited) {
  return asActor(db, by, async (tx) => {
    if (!mayInviteMembers(by)) return refused("not_allowed");
    const address = normalAddress(invited.email);
    if (!address.ok) return address;
    const given = rolesOfKeys(by.organisationKind, roles);
    if (!given) return refused("role_unknown");
    if (given.length === 0) return refused("role_missing");
    return keepInvitation(tx, {
      ...invited,
      kind: "member",
      organisationId: by.organisationId,
      roles: given,
      by,
    });
  });
}
