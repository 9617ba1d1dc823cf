import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { mayWithdraw } from "~/domain/advisories/advisory.policy";
import { supersedeAdvisory } from "~/domain/advisories/supersede-advisory.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal, forbidden, notFound } from "~/http/outcomes";
import { requireStaff, requireStepUp } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { TextField } from "~/ui/field/text-field";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "desk:list.supersede" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const advisory = await findAdvisory(db, by, params.number ?? "");
  if (!advisory) throw notFound();
  if (!mayWithdraw(by, advisory)) throw forbidden();
  return { number: advisory.number, title: advisory.content.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const typed = { replacement: String((await request.formData()).get("replacement") ?? "") };
  const outcome = await supersedeAdvisory(db, { number: params.number ?? "", ...typed, by, at: now() });
  return outcome.ok
    ? redirect(paths.advisory(requireLanguage(params), outcome.value.number))
    : answerRefusal(outcome, typed);
}

const ofReplacement = /^(replacement_|reference_reveals)/;

export default function Supersession() {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const { number, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const sentence = useRefusal();
  const refusal = answer?.refusal;
  const atField = refusal && ofReplacement.test(refusal.reason);
  return (
    <article className="desk">
      <h1>{t("supersession.title", { number })}</h1>
      <Form method="post" className="form">
        <p>{title[language] || title.es || title.en}</p>
        {!atField && <RefusalNotice refusal={refusal} />}
        <p>{t("supersession.lead")}</p>
        <TextField
          id="replacement"
          name="replacement"
          label={t("supersession.replacement")}
          defaultValue={answer?.typed?.replacement}
          error={atField && sentence(refusal.reason, refusal.facts)}
          required
        />
        <p className="desk-acts">
          <LinkButton weight="first" to={paths.desk(language)}>
            {t("supersession.keep")}
          </LinkButton>
          <Button type="submit" weight="danger">
            {t("supersession.do", { number })}
          </Button>
        </p>
      </Form>
    </article>
  );
}
