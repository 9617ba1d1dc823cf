import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { mayAmend } from "~/domain/advisories/advisory.policy";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal, forbidden, notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "desk:list.amend" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const advisory = await findAdvisory(db, by, params.number ?? "");
  if (!advisory) throw notFound();
  if (!mayAmend(by, advisory)) throw forbidden();
  return { number: advisory.number, version: advisory.currentVersion, title: advisory.content.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const outcome = await amendAdvisory(db, { number: params.number ?? "", by, at: now() });
  return outcome.ok
    ? redirect(paths.draft(requireLanguage(params), outcome.value.id))
    : answerRefusal(outcome);
}

export default function Amendment() {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const { number, version, title } = useLoaderData<typeof loader>();
  return (
    <article className="desk form">
      <h1>{t("amendment.title", { number })}</h1>
      <p>{title[language] || title.es || title.en}</p>
      <RefusalNotice refusal={useActionData<typeof action>()?.refusal} />
      <p>{t("amendment.lead", { n: version + 1, current: version })}</p>
      <Form method="post" className="desk-acts">
        <Button type="submit" weight="first">
          {t("amendment.open", { n: version + 1 })}
        </Button>
        <LinkButton weight="quiet" to={paths.desk(language)}>
          {t("list.title")}
        </LinkButton>
      </Form>
    </article>
  );
}
