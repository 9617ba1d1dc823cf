import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { partRefused } from "~/domain/invitations/invitation";
import type { GivenRole } from "~/domain/members/role";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { Choices } from "~/ui/field/choices";
import { TextField } from "~/ui/field/text-field";
import { RoleChoices } from "~/ui/role/role-choices";

type Typed = { email: string; name: string; language: string; roles: string[] };
type Props = {
  givable: GivenRole[];
  days: number;
  answer: { refusal?: Refusal; typed?: Typed | undefined } | undefined;
};

export function InvitationForm({ givable, days, answer }: Props) {
  const { t } = useTranslation("people");
  const pageLanguage = useLanguage();
  const sentence = useRefusal();
  const { refusal, typed } = answer ?? {};
  const field = refusal && partRefused(refusal.reason);
  const errorAt = (name: string) => refusal && field === name && sentence(refusal.reason, refusal.facts);
  return (
    <article className="narrow-page">
      <h1>{t("form.title")}</h1>
      <p>{t("form.lead", { days })}</p>
      <Form method="post" className="form" noValidate>
        {!field && <RefusalNotice refusal={refusal} />}
        <TextField
          name="email"
          type="email"
          autoComplete="off"
          inputMode="email"
          spellCheck={false}
          label={t("form.email")}
          hint={t("form.emailHint")}
          defaultValue={typed?.email}
          error={errorAt("email")}
          required
        />
        <TextField
          name="name"
          autoComplete="off"
          label={t("form.name")}
          hint={t("form.nameHint")}
          defaultValue={typed?.name}
          error={errorAt("name")}
        />
        <Choices
          kind="one"
          name="language"
          label={t("form.language")}
          chosen={[typed?.language ?? pageLanguage]}
          choices={[
            { value: "es", name: t("organisationLanguage.es") },
            { value: "en", name: t("organisationLanguage.en") },
          ]}
        />
        <RoleChoices
          label={t("form.roles")}
          hint={t("form.rolesHint")}
          givable={givable}
          chosen={typed?.roles ?? []}
          error={errorAt("roles")}
        />
        <p className="toolbar">
          <Button type="submit" weight="first">
            {t("form.send")}
          </Button>
          <LinkButton to={paths.people(pageLanguage)}>{t("form.keep")}</LinkButton>
        </p>
      </Form>
    </article>
  );
}
