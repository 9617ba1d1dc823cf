import { Form, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";
import type { ProposedTotp } from "~/domain/auth/propose-totp.server";
import type { Role } from "~/domain/members/viewer";
import type { Refusal } from "~/http/outcomes";
import { formatDate, formatList } from "~/i18n/format";
import { languages } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { PasskeyButton } from "./passkey-button";
import { isOfPasswordSetup, PasswordSetup } from "./password-setup";

type You = { name: string; language: Language; timeZone: string };
type Invitation = {
  organisation: string;
  email: string;
  invitedBy: { name: string; organisation: string } | null;
  roles: Role[];
  expiresAt: string;
  isFirst: boolean;
};
type Props = {
  token: string;
  invitation: Invitation;
  you: You;
  zones: string[];
  totp: ProposedTotp;
};
type Answer = { refusal: Refusal; you: You; totp: ProposedTotp; way: "passkey" | "password" };

/** Who one is, then one of two ways in; each sends the whole, and nothing is kept before. */
export function JoinPage({ token, invitation, you, zones, totp }: Props) {
  const { t } = useTranslation(["auth", "demo"]);
  const language = useLanguage();
  const answer = useActionData<Answer>();
  const { roles, invitedBy } = invitation;
  const named = roles.map((role) => t(`demo:role.${role}`));
  return (
    <article className="narrow-page">
      <h1>{t("join.title", { organisation: invitation.organisation })}</h1>
      <p>{invitedBy ? t("join.from", invitedBy) : t("join.founded", invitation)}</p>
      {invitedBy && invitation.isFirst && <p>{t("join.firstAdmin")}</p>}
      <p>
        {t("join.as", { email: invitation.email })}{" "}
        {named.length > 0 && t("join.roles", { roles: formatList(language, named) })}{" "}
        {t("join.until", { until: formatDate(language, invitation.expiresAt, you.timeZone) })}
      </p>
      <section className="way-in" aria-labelledby="join-by-passkey">
        <h2 id="join-by-passkey">{t("join.passkeyTitle")}</h2>
        <p>{t("join.passkeyHow")}</p>
        <Form method="post" className="form">
          {answer?.way === "passkey" && <RefusalNotice refusal={answer.refusal} />}
          <AboutYou you={answer?.you ?? you} zones={zones} refusal={answer?.refusal} />
          <PasskeyButton kind="make" challenge={paths.invitationChallenge(language, token)}>
            {t("join.byPasskey")}
          </PasskeyButton>
        </Form>
      </section>
      <details className="way-in" open={answer?.way === "password"}>
        <summary>
          <h2>{t("join.passwordTitle")}</h2>
        </summary>
        <p>{t("setPassword.how")}</p>
        <Form method="post" className="form">
          {answer?.way === "password" && !isOfPasswordSetup(answer.refusal) && (
            <RefusalNotice refusal={answer.refusal} />
          )}
          <AboutYou you={answer?.you ?? you} zones={zones} refusal={answer?.refusal} />
          <PasswordSetup
            totp={answer?.totp ?? totp}
            account={invitation.email}
            refusal={answer?.way === "password" ? answer.refusal : undefined}
          />
          <p className="toolbar">
            <Button type="submit" weight="first">
              {t("join.byPassword")}
            </Button>
          </p>
        </Form>
      </details>
    </article>
  );
}

function AboutYou({ you, zones, refusal }: { you: You; zones: string[]; refusal: Refusal | undefined }) {
  const { t } = useTranslation("auth");
  const sentence = useRefusal();
  const at = (reason: string) => (refusal?.reason === reason ? sentence(reason, refusal.facts) : undefined);
  return (
    <>
      <TextField
        label={t("join.name")}
        name="name"
        autoComplete="name"
        required
        maxLength={120}
        defaultValue={you.name}
        error={at("name_missing")}
      />
      <Choices
        kind="one"
        name="language"
        label={t("join.language")}
        chosen={[you.language]}
        choices={languages.map((value) => ({ value, name: t(`join.languages.${value}`) }))}
      />
      <Select
        label={t("join.zone")}
        hint={t("join.zoneHint")}
        name="timeZone"
        defaultValue={you.timeZone}
        options={zones.map((value) => ({ value, name: value.replaceAll("_", " ") }))}
        error={at("time_zone_unknown")}
      />
    </>
  );
}
