import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { refused } from "~/domain/outcome";
import { contactForm, partOfInvitationRefused } from "~/domain/vetting/invitation.form";
import { inviteContact } from "~/domain/vetting/invite-contact.server";
import { leadsTo } from "~/http/act-place";
import { readForm } from "~/http/forms";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireStepUp } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { ContactForm, type TypedContact } from "~/ui/vetting/contact-form";
import { db } from "~db/client.server";

export const loader = leadsTo((language, { id = "" }) => paths.organisation(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const organisationId = requireId(params.id);
  const form = await readForm(request, contactForm);
  const { contact, email, language } = form.typed;
  const typed: TypedContact = {
    contact: String(contact ?? ""),
    email: String(email ?? ""),
    language: String(language ?? ""),
  };
  if (!form.ok) {
    const [[key = ""] = []] = Object.values(form.errors);
    return answerRefusal(refused(key.replace(/^errors\./, "")), typed);
  }
  const key = (await secretKeys())("invitation");
  const outcome = await inviteContact(db, { ...form.value, organisationId, by, at: now(), key });
  return outcome.ok
    ? redirect(paths.organisation(requireLanguage(params), organisationId))
    : answerRefusal(outcome, typed);
}

export default function Refused() {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const { id = "" } = useParams();
  return (
    <RefusedAct<TypedContact>
      back={paths.organisation(language, id)}
      backTo={t("one.backToOne")}
      saidAtField={(reason) => partOfInvitationRefused(reason) !== undefined}
    >
      {(typed, refusal) => <ContactForm organisationId={id} typed={typed} refusal={refusal} />}
    </RefusedAct>
  );
}
