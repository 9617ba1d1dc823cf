import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { addPasskey } from "~/domain/auth/add-passkey.server";
import { env } from "~/env.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireOwnStepUp } from "~/http/sessions.server";
import { typedText } from "~/http/typed-text";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { PasskeyButton } from "~/ui/auth/passkey-button";
import { TextField } from "~/ui/field/text-field";
import { db } from "~db/client.server";

export const handle = { title: "auth:newPasskey.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOwnStepUp(request);
  return null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireOwnStepUp(request);
  const typed = typedText(await request.formData());
  const name = typed("name");
  const outcome = await addPasskey(db, { by, answer: typed("passkey"), name, site: env(), at: now() });
  return outcome.ok ? redirect(paths.mySignIn(requireLanguage(params))) : answerRefusal(outcome, { name });
}

export default function NewPasskey() {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  const answer = useActionData<typeof action>();
  return (
    <article className="narrow-page">
      <h1>{t("newPasskey.title")}</h1>
      <p>{t("newPasskey.how")}</p>
      <Form method="post" className="form">
        <RefusalNotice refusal={answer?.refusal} />
        <TextField
          label={t("own.nameOf")}
          hint={t("newPasskey.nameHint")}
          name="name"
          required
          maxLength={60}
          defaultValue={answer?.typed?.name}
        />
        <PasskeyButton kind="make" challenge={paths.passkeyChallenge(language)}>
          {t("newPasskey.make")}
        </PasskeyButton>
      </Form>
      <p>
        <Link to={paths.mySignIn(language)}>{t("own.back")}</Link>
      </p>
    </article>
  );
}
