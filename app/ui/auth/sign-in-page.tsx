import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { TextField } from "~/ui/field/text-field";
import { PasskeyButton } from "./passkey-button";
import { PasswordAndCode } from "./password-and-code";

type Props = {
  next: string | null;
  demo: string | null;
  answer:
    | { refusal: Refusal; typed?: { way: "passkey" | "password"; email: string } | undefined }
    | undefined;
};

/** The passkey first; whoever has none, password and code. No answer here tells whether an account exists. */
export function SignInPage({ next, demo, answer }: Props) {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  const way = answer?.typed?.way;
  const kept = next && <input type="hidden" name="next" value={next} />;
  return (
    <article className="narrow-page">
      <h1>{t("signIn")}</h1>
      <p>{t("byInvitation")}</p>
      {demo && (
        <p>
          {t("inDemo")} <a href={demo}>{t("toDemo")}</a>
        </p>
      )}
      <section className="way-in" aria-labelledby="by-passkey">
        <h2 id="by-passkey">{t("byPasskey")}</h2>
        <p>{t("byPasskeyHow")}</p>
        <Form method="post" className="form">
          {way === "passkey" && <RefusalNotice refusal={answer?.refusal} />}
          {kept}
          <PasskeyButton kind="use" challenge={paths.signInChallenge(language)}>
            {t("usePasskey")}
          </PasskeyButton>
        </Form>
      </section>
      <section className="way-in" aria-labelledby="by-password">
        <h2 id="by-password">{t("byPassword")}</h2>
        <Form method="post" className="form">
          {way === "password" && <RefusalNotice refusal={answer?.refusal} />}
          {kept}
          <TextField
            label={t("email")}
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            defaultValue={answer?.typed?.email}
          />
          <PasswordAndCode />
          <p className="toolbar">
            <Button type="submit" weight="second">
              {t("signIn")}
            </Button>
          </p>
        </Form>
        <p>
          <Link to={paths.recovery(language, next ?? undefined)}>{t("toRecovery")}</Link>
        </p>
      </section>
    </article>
  );
}
