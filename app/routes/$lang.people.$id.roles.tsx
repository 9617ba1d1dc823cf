import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { givableRoles, roleKey } from "~/domain/members/role";
import { changeRoles } from "~/domain/people/change-roles.server";
import { findPerson } from "~/domain/people/people.server";
import { requireAdministrator } from "~/http/administrators.server";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal, notFound } from "~/http/outcomes";
import { requireStepUp } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { RoleChoices } from "~/ui/role/role-choices";
import { db } from "~db/client.server";

export const handle = { title: "people:roles" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireAdministrator(request);
  const person = await findPerson(db, by, requireId(params.id));
  if (!person || person.leftAt) throw notFound();
  return {
    name: person.name,
    chosen: person.roles.map(roleKey),
    givable: givableRoles(by.organisationKind),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const form = await request.formData();
  const roles = form.getAll("roles[]").map(String);
  const outcome = await changeRoles(db, { memberId: requireId(params.id), roles, by, at: now() });
  return outcome.ok ? redirect(paths.people(requireLanguage(params))) : answerRefusal(outcome, roles);
}

export default function Roles() {
  const { t } = useTranslation("people");
  const language = useLanguage();
  const sentence = useRefusal();
  const { name, chosen, givable } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal;
  return (
    <article className="narrow-page">
      <h1>{t("rolesPage.title", { name })}</h1>
      <p>{t("rolesPage.lead")}</p>
      <Form method="post" className="form">
        <RoleChoices
          label={t("roles")}
          givable={givable}
          chosen={answer?.typed ?? chosen}
          error={refusal && sentence(refusal.reason, refusal.facts)}
        />
        <p className="toolbar">
          <Button type="submit" weight="first">
            {t("rolesPage.save")}
          </Button>
          <LinkButton to={paths.people(language)}>{t("rolesPage.keep")}</LinkButton>
        </p>
      </Form>
    </article>
  );
}
