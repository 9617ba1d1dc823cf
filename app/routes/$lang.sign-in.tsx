import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isMember } from "~/domain/members/viewer";
import { env } from "~/env.server";
import { viewerOf } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { ownAddress, paths } from "~/paths";

export const handle = { title: "auth:signIn" };

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request);
  const next = ownAddress(new URL(request.url).searchParams.get("next"));
  return {
    demo: env().demo ? paths.demo(next) : null,
    member: isMember(viewer) ? { name: viewer.name, organisation: viewer.organisation } : null,
  };
}

export default function SignIn() {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  const { demo, member } = useLoaderData<typeof loader>();
  return (
    <article className="narrow-page">
      <h1>{t("signIn")}</h1>
      {member ? (
        <Form method="post" action={paths.signOut(language)}>
          <p>{t("already", member)}</p>
          <button type="submit" className="button" data-weight="second">
            {t("signOut")}
          </button>
        </Form>
      ) : (
        <>
          <p>{t("byInvitation")}</p>
          <p>{demo ? t("inDemo") : t("notYet")}</p>
          <p>
            {demo ? (
              <a href={demo}>{t("toDemo")}</a>
            ) : (
              <a href={paths.advisories(language)}>{t("toAdvisories")}</a>
            )}
          </p>
        </>
      )}
    </article>
  );
}
