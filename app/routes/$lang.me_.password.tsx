import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { findOwnEmail } from "~/domain/auth/own-sign-in.server";
import { setPassword } from "~/domain/auth/set-password.server";
import { refused } from "~/domain/outcome";
import { requireLanguage } from "~/http/language";
import { statusOf } from "~/http/outcomes";
import { totpFor } from "~/http/proposed-totp.server";
import { secretKeys } from "~/http/secret-keys.server";
import { requireOwnStepUp } from "~/http/sessions.server";
import { typedText } from "~/http/typed-text";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Button } from "~/ui/action/button";
import { PasswordSetup } from "~/ui/auth/password-setup";
import { db } from "~db/client.server";

export const handle = { title: "auth:setPassword.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireOwnStepUp(request);
  const account = await findOwnEmail(db, by);
  return { account, totp: (await totpFor(account)).totp };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireOwnStepUp(request);
  const typed = typedText(await request.formData());
  const account = await findOwnEmail(db, by);
  const { totp, known } = await totpFor(account, typed("totp"));
  const outcome = known
    ? await setPassword(db, {
        by,
        password: typed("password"),
        about: [by.name, account, by.organisation],
        secret: totp.secret,
        code: typed("code"),
        totpKey: (await secretKeys())("totp"),
        at: now(),
      })
    : refused("totp_stale");
  if (outcome.ok) return redirect(paths.mySignIn(requireLanguage(params)));
  const { reason, facts } = outcome;
  return data({ refusal: { reason, facts }, totp }, { status: statusOf(outcome) });
}

export default function OwnPassword() {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  const { account, totp } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article className="narrow-page">
      <h1>{t("setPassword.title")}</h1>
      <p>{t("setPassword.how")}</p>
      <Form method="post" className="form">
        <PasswordSetup totp={answer?.totp ?? totp} account={account} refusal={answer?.refusal} />
        <p className="toolbar">
          <Button type="submit" weight="first">
            {t("setPassword.submit")}
          </Button>
          <Link to={paths.mySignIn(language)}>{t("own.back")}</Link>
        </p>
      </Form>
    </article>
  );
}
