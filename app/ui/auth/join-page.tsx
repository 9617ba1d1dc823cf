import { Form, useActionData } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";
import type { ProposedTotp } from "~/domain/auth/propose-totp.server";
import { partOfProfileRefused } from "~/domain/members/profile";
import type { GivenRole } from "~/domain/members/role";
import type { Refusal } from "~/http/outcomes";
import { formatDate } from "~/i18n/format";
import { languages } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { useRoleName } from "~/ui/role/use-role-name";
import { Facts } from "~/ui/table/facts";
import { PasskeyButton } from "./passkey-button";
import { isOfPasswordSetup, PasswordSetup } from "./password-setup";

type Zone = { value: string; name: string };
type You = { name: string; language: Language; timeZone: string };
type Invitation = {
  organisation: string;
  email: string;
  invitedBy: { name: string; organisation: string } | null;
  roles: GivenRole[];
  expiresAt: string;
  isFirst: boolean;
};
type Props = {
  token: string;
  invitation: Invitation;
  you: You;
  zones: Zone[];
  totp: ProposedTotp;
};
type Way = "passkey" | "password";
type Answer = { refusal: Refusal; you: You; totp: ProposedTotp; way: Way };

/** Refusals that the fields about oneself tell. */
const isOfYou = ({ reason }: Refusal) => partOfProfileRefused(reason) !== undefined;

/** Who one is, then one of two ways in; each sends the whole, and nothing is kept before. */
export function JoinPage({ token, invitation, you, zones, totp }: Props) {
  const { t } = useTranslation("auth");
  const role = useRoleName();
  const language = useLanguage();
  const answer = useActionData<Answer>();
  const { roles, invitedBy } = invitation;
  const refusalOf = (way: Way) => (answer?.way === way ? answer.refusal : undefined);
  const [byPasskey, byPassword] = [refusalOf("passkey"), refusalOf("password")];
  return (
    <article className="narrow-page">
      <h1>{t("join.title", { organisation: invitation.organisation })}</h1>
      <p>{invitedBy ? t("join.from", invitedBy) : t("join.founded", invitation)}</p>
      {invitedBy && invitation.isFirst && <p>{t("join.firstAdmin")}</p>}
      <Facts
        across
        lined
        facts={[
          { name: t("join.as"), value: invitation.email },
          roles.length > 0 && { name: t("join.roles"), value: role.names(roles) },
          { name: t("join.until"), value: formatDate(language, invitation.expiresAt, you.timeZone) },
        ]}
      />
      <section className="way-in" aria-labelledby="join-by-passkey">
        <h2 id="join-by-passkey">{t("join.passkeyTitle")}</h2>
        <p>{t("join.passkeyHow")}</p>
        <Form method="post" className="form">
          {byPasskey && !isOfYou(byPasskey) && <RefusalNotice refusal={byPasskey} />}
          <AboutYou you={answer?.you ?? you} zones={zones} refusal={byPasskey} />
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
          {byPassword && !isOfPasswordSetup(byPassword) && !isOfYou(byPassword) && (
            <RefusalNotice refusal={byPassword} />
          )}
          <AboutYou you={answer?.you ?? you} zones={zones} refusal={byPassword} />
          <PasswordSetup totp={answer?.totp ?? totp} account={invitation.email} refusal={byPassword} />
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

/** Starts with the country's clock and, with scripts, moves to the one that this device keeps; what was typed stays. */
function useZone(start: string, zones: Zone[], typed: boolean) {
  const [zone, setZone] = useState(start);
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!typed && zones.some(({ value }) => value === here)) setZone(here);
  }, [zones, typed]);
  return [zone, setZone] as const;
}

type About = { you: You; zones: Zone[]; refusal: Refusal | undefined };

function AboutYou({ you, zones, refusal }: About) {
  const { t } = useTranslation("auth");
  const sentence = useRefusal();
  const [zone, setZone] = useZone(you.timeZone, zones, refusal !== undefined);
  const part = refusal && partOfProfileRefused(refusal.reason);
  const at = (name: string) =>
    refusal && part === name ? sentence(refusal.reason, refusal.facts) : undefined;
  return (
    <>
      <TextField
        label={t("join.name")}
        name="name"
        autoComplete="name"
        required
        maxLength={120}
        defaultValue={you.name}
        error={at("name")}
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
        value={zone}
        onChange={(event) => setZone(event.currentTarget.value)}
        options={zones}
        error={at("timeZone")}
      />
    </>
  );
}
