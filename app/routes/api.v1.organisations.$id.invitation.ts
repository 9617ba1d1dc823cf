import { done } from "~/domain/outcome";
import { contactForm } from "~/domain/vetting/invitation.form";
import { inviteContact } from "~/domain/vetting/invite-contact.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inviteContact as operation } from "~/http/api/operations/vetting";
import { unfit } from "~/http/api/what-does-not-fit";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operation, async ({ db, by, at, params: { id: organisationId }, body, language }) => {
    const read = contactForm.safeParse(body);
    if (!read.success) return unfit(read.error.issues, body, language);
    const key = (await secretKeys())("invitation");
    const outcome = await inviteContact(db, { ...read.data, organisationId, by, at, key });
    if (!outcome.ok) return outcome;
    return done({ body: { ...outcome.value, expiresAt: outcome.value.expiresAt.toISOString() } });
  }),
);

export const loader = resource;
export const action = resource;
