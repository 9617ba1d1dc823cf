import { textAsData } from "~/domain/exports/advisory-json";
import { listAuthorities, listInstitutions } from "~/domain/organisations/organisations.server";
import { done } from "~/domain/outcome";
import { invitationForm } from "~/domain/vetting/invitation.form";
import { inviteOrganisation } from "~/domain/vetting/invite-organisation.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { listOrganisations } from "~/http/api/operations/organisations";
import { inviteOrganisation as invite } from "~/http/api/operations/vetting";
import { unfit } from "~/http/api/what-does-not-fit";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(listOrganisations, async ({ db, by, query: { kind, cursor } }) => {
    const found = [...(await listAuthorities(db, by)), ...(await listInstitutions(db, by))];
    const items = found
      .filter((one) => kind === undefined || one.kind === kind)
      .map((one) => ({ ...one, name: textAsData(one.name) }));
    return stretchOf(items, [listOrganisations.path, kind], cursor);
  }),
  bind(invite, async ({ db, by, at, body, language }) => {
    const read = invitationForm.safeParse(body);
    if (!read.success) return unfit(read.error.issues, body, language);
    const key = (await secretKeys())("invitation");
    const outcome = await inviteOrganisation(db, { ...read.data, by, at, key });
    if (!outcome.ok) return outcome;
    const { id, invitationId, expiresAt } = outcome.value;
    return done({ body: { id, invitation: invitationId, expiresAt: expiresAt.toISOString() } });
  }),
);

export const loader = resource;
export const action = resource;
