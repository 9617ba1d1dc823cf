import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { discardDraft } from "~/domain/drafts/discard-draft.server";
import { mayDiscardDraft } from "~/domain/drafts/draft.policy";
import { findDraft } from "~/domain/drafts/drafts.server";
import { draftOf } from "~/http/drafts";
import { answerRefusal, forbidden, notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const draft = await findDraft(db, by, draftOf(params).draftId);
  if (!draft) throw notFound();
  if (!mayDiscardDraft(by, draft)) throw forbidden();
  return { id: draft.id, number: draft.number, baseVersion: draft.baseVersion };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const { language, draftId } = draftOf(params);
  const outcome = await discardDraft(db, { draftId, by, at: now() });
  return outcome.ok ? redirect(paths.desk(language)) : answerRefusal(outcome);
}

export default function Discard() {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const { id, number, baseVersion } = useLoaderData<typeof loader>();
  return (
    <section className="form" aria-labelledby="discard">
      <h2 id="discard">{t("discard.title", { number })}</h2>
      <RefusalNotice refusal={useActionData<typeof action>()?.refusal} />
      <p>
        {baseVersion === null
          ? t("discard.lead", { number })
          : t("discard.leadAmendment", { n: baseVersion })}
      </p>
      <Form method="post" className="desk-acts">
        <LinkButton weight="first" to={paths.draft(language, id)}>
          {t("discard.keep")}
        </LinkButton>
        <Button type="submit" weight="danger">
          {t("discard.do")}
        </Button>
      </Form>
    </section>
  );
}
