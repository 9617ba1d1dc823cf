import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { partOfInvitationRefused as fieldOf, invitableKinds } from "~/domain/vetting/invitation.form";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { usePlaceName } from "~/ui/place/use-place-name";
import { ContactFields } from "./contact-fields";

type Props = {
  country: string;
  answer:
    | { refusal?: Refusal; errors?: Record<string, string[]>; typed?: Record<string, string> }
    | undefined;
};

/** The form by which an officer invites an organisation of the own country. */
export function InvitePage({ country, answer }: Props) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const sentence = useRefusal();
  const { country: nameOf } = usePlaceName();
  const busy = useNavigation().state !== "idle";
  const { refusal, errors = {}, typed = {} } = answer ?? {};
  const atField = refusal && fieldOf(refusal.reason);
  const wrong = (name: string) => {
    const [message] = errors[name] ?? [];
    if (message) return sentence(message);
    return refusal && atField === name ? sentence(refusal.reason, refusal.facts) : undefined;
  };
  const field = (name: string) => ({ name, defaultValue: typed[name], error: wrong(name), required: true });
  return (
    <article className="desk vetting">
      <p className="overline">
        <Link to={paths.organisations(language)}>{t("one.back")}</Link>
      </p>
      <h1>{t("invite.title")}</h1>
      <p>{t("invite.lead", { country: nameOf(country) })}</p>
      <Form method="post" className="form">
        {!atField && <RefusalNotice refusal={refusal} />}
        <Select
          name="kind"
          label={t("invite.kind")}
          defaultValue={typed.kind ?? "institution"}
          error={wrong("kind")}
          options={invitableKinds.map((value) => ({ value, name: t(`kind.${value}`) }))}
        />
        <TextField {...field("nameEs")} label={t("one.nameEs")} lang="es" maxLength={200} />
        <TextField {...field("nameEn")} label={t("one.nameEn")} lang="en" maxLength={200} />
        <TextField
          {...field("shortName")}
          label={t("invite.shortName")}
          hint={t("invite.shortNameHint")}
          maxLength={60}
        />
        <ContactFields typed={typed} wrong={wrong} />
        <p>
          <Button type="submit" weight="first" busy={busy}>
            {t("invite.send")}
          </Button>
        </p>
      </Form>
    </article>
  );
}
