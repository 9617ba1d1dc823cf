import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { advisoryTypes } from "~/domain/advisories/advisory.form";
import { mayDraft } from "~/domain/advisories/advisory.policy";
import { openDraft } from "~/domain/drafts/open-draft.server";
import { proposeNumbers } from "~/domain/drafts/propose-numbers.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal, forbidden } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { paths } from "~/paths";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "desk:new.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  if (!mayDraft(by)) throw forbidden();
  return { proposed: await proposeNumbers(db, { by, at: now() }) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const language = requireLanguage(params);
  const form = await request.formData();
  const type = advisoryTypes.find((one) => one === form.get("type")) ?? "advisory";
  const number = String(form.get("number") ?? "").trim();
  const outcome = await openDraft(db, { type, number: number || undefined, by, at: now() });
  return outcome.ok
    ? redirect(paths.draft(language, outcome.value.id))
    : answerRefusal(outcome, { type, number });
}

export default function NewDraft() {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const { proposed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const sentence = useRefusal();
  const [type, setType] = useState<(typeof advisoryTypes)[number]>(answer?.typed?.type ?? "advisory");
  return (
    <article className="desk">
      <h1>{t("new.title")}</h1>
      <Form method="post" className="form">
        <Select
          id="type"
          name="type"
          label={t("new.type")}
          value={type}
          options={advisoryTypes.map((one) => ({ value: one, name: term(`type.${one}`) }))}
          onChange={(event) => {
            const chosen = advisoryTypes.find((one) => one === event.currentTarget.value);
            if (chosen) setType(chosen);
          }}
        />
        <TextField
          id="number"
          name="number"
          label={t("new.number")}
          hint={proposed[type] ? t("new.numberHint", { number: proposed[type] }) : t("new.numberNeeded")}
          placeholder={proposed[type]}
          defaultValue={answer?.typed?.number ?? ""}
          autoComplete="off"
          error={answer?.refusal && sentence(answer.refusal.reason, answer.refusal.facts)}
        />
        <p>
          <Button type="submit" weight="first">
            {t("new.open")}
          </Button>
        </p>
      </Form>
    </article>
  );
}
