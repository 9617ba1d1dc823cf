import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { signInWithPasskey } from "~/domain/auth/sign-in-with-passkey.server";
import { signInWithPassword } from "~/domain/auth/sign-in-with-password.server";
import { env } from "~/env.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { signedInOf } from "~/http/sessions.server";
import { typedText } from "~/http/typed-text";
import { signedInCookies, visitOf } from "~/http/visit.server";
import { useLanguage } from "~/i18n/use-language";
import { ownAddress, paths } from "~/paths";
import { SignInPage } from "~/ui/auth/sign-in-page";
import { db } from "~db/client.server";

export const handle = { title: "auth:signIn" };

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await signedInOf(request);
  const next = ownAddress(new URL(request.url).searchParams.get("next")) ?? null;
  return {
    next,
    demo: env().demo ? paths.demo(next ?? undefined) : null,
    member: person && { name: person.name, organisation: person.organisation },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const typed = typedText(await request.formData());
  const { visit, deviceCookie } = visitOf(request);
  const keys = await secretKeys();
  const shared = { visit, address: context.address, at: now() };

  const way = typed("passkey") === "" ? ("password" as const) : ("passkey" as const);
  const email = typed("email");
  const outcome =
    way === "passkey"
      ? await signInWithPasskey(db, {
          ...shared,
          answer: typed("passkey"),
          site: env(),
          attemptsKey: keys("attempts"),
        })
      : await signInWithPassword(db, {
          ...shared,
          email,
          password: typed("password"),
          code: typed("code"),
          keys,
        });
  if (!outcome.ok) return answerRefusal(outcome, { way, email });
  return redirectDocument(ownAddress(typed("next")) ?? paths.today(language), {
    headers: signedInCookies(outcome.value, deviceCookie),
  });
}

export default function SignIn() {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  const { member, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!member) return <SignInPage {...shown} answer={answer} />;
  return (
    <article className="narrow-page">
      <h1>{t("signIn")}</h1>
      <Form method="post" action={paths.signOut(language)}>
        <p>{t("already", member)}</p>
        <button type="submit" className="button" data-weight="second">
          {t("signOut")}
        </button>
      </Form>
    </article>
  );
}
