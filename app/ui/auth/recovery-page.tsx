import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { TextField } from "~/ui/field/text-field";

type Props = { answer: { refusal: Refusal; typed?: { email: string } | undefined } | undefined };

/** For whoever lost the device: one of the codes that they keep on paper. */
export function RecoveryPage({ answer }: Props) {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  return (
    <article className="narrow-page">
      <h1>{t("recovery.title")}</h1>
      <p>{t("recovery.how")}</p>
      <Form method="post" className="form">
        <RefusalNotice refusal={answer?.refusal} />
        <TextField
          label={t("email")}
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          defaultValue={answer?.typed?.email}
        />
        <TextField
          label={t("recovery.code")}
          hint={t("recovery.codeHint")}
          name="recoveryCode"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={40}
          className="input code-input"
        />
        <TextField
          label={t("recovery.password")}
          hint={t("recovery.passwordHint")}
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={256}
        />
        <p className="toolbar">
          <Button type="submit" weight="first">
            {t("recovery.submit")}
          </Button>
          <Link to={paths.signIn(language)}>{t("toSignIn")}</Link>
        </p>
      </Form>
      <p className="hint">{t("recovery.lost")}</p>
    </article>
  );
}
