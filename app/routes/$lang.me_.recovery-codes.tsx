import { randomBytes } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { renewRecoveryCodes } from "~/domain/auth/renew-recovery-codes.server";
import { secretKeys } from "~/http/secret-keys.server";
import { requireOwnStepUp } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { RecoveryCodeList } from "~/ui/auth/recovery-code-list";
import { db } from "~db/client.server";

export const handle = { title: "auth:codes.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOwnStepUp(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const by = await requireOwnStepUp(request);
  const recoveryKey = (await secretKeys())("recovery");
  const { value } = await renewRecoveryCodes(db, { by, recoveryKey, random: randomBytes(160), at: now() });
  return data({ codes: value }, { headers: { "Cache-Control": "no-store" } });
}

export default function OwnRecoveryCodes() {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  const codes = useActionData<typeof action>()?.codes;
  return (
    <article className="narrow-page">
      <h1>{t("codes.title")}</h1>
      <p>{t("codes.how")}</p>
      {codes ? (
        <>
          <RecoveryCodeList codes={codes} />
          <p className="toolbar">
            <LinkButton to={paths.mySignIn(language)} weight="first">
              {t("codes.kept")}
            </LinkButton>
          </p>
        </>
      ) : (
        <Form method="post">
          <Button type="submit" weight="first">
            {t("codes.make")}
          </Button>
        </Form>
      )}
    </article>
  );
}
