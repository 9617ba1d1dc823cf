import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { mayWithdraw } from "~/domain/advisories/advisory.policy";
import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal, forbidden, notFound } from "~/http/outcomes";
import { requireStaff, requireStepUp } from "~/http/sessions.server";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { TextArea } from "~/ui/field/text-area";
import { TextField } from "~/ui/field/text-field";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "desk:list.withdraw" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const advisory = await findAdvisory(db, by, params.number ?? "");
  if (!advisory) throw notFound();
  if (!mayWithdraw(by, advisory)) throw forbidden();
  return { number: advisory.number, title: advisory.content.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = { es: text("reasonEs"), en: text("reasonEn"), replacement: text("replacement") };
  const { replacement, ...reason } = typed;
  const outcome = await withdrawAdvisory(db, {
    number: params.number ?? "",
    reason,
    replacement,
    by,
    at: now(),
  });
  return outcome.ok
    ? redirect(paths.advisory(requireLanguage(params), outcome.value.number))
    : answerRefusal(outcome, typed);
}

const fieldOf = (reason: string) =>
  /^reason_missing_(es|en)$/.exec(reason)?.[1] ??
  (/^(replacement_|reference_reveals)/.test(reason) ? "replacement" : undefined);

export default function Withdrawal() {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const { number, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const sentence = useRefusal();
  const refusal = answer?.refusal;
  const field = refusal && fieldOf(refusal.reason);
  const errorAt = (name: string) =>
    refusal && field === name ? sentence(refusal.reason, refusal.facts) : undefined;
  return (
    <article className="desk">
      <h1>{t("withdrawal.title", { number })}</h1>
      <Form method="post" className="form">
        <p>{title[language] || title.es || title.en}</p>
        {!field && <RefusalNotice refusal={refusal} />}
        <p>{t("withdrawal.lead")}</p>
        <TextArea
          id="reasonEs"
          name="reasonEs"
          lang={localeOf("es")}
          label={t("withdrawal.reasonIn", { language: t("withdrawal.in.es") })}
          defaultValue={answer?.typed?.es}
          error={errorAt("es")}
        />
        <TextArea
          id="reasonEn"
          name="reasonEn"
          lang={localeOf("en")}
          label={t("withdrawal.reasonIn", { language: t("withdrawal.in.en") })}
          defaultValue={answer?.typed?.en}
          error={errorAt("en")}
        />
        <TextField
          id="replacement"
          name="replacement"
          label={t("withdrawal.replacement")}
          defaultValue={answer?.typed?.replacement}
          error={errorAt("replacement")}
        />
        <p className="desk-acts">
          <LinkButton weight="first" to={paths.desk(language)}>
            {t("withdrawal.keep")}
          </LinkButton>
          <Button type="submit" weight="danger">
            {t("withdrawal.do", { number })}
          </Button>
        </p>
      </Form>
    </article>
  );
}
