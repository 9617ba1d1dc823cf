import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { mayKeepTypologies } from "~/domain/advisories/advisory.policy";
import { keepTypology } from "~/domain/typologies/keep-typology.server";
import { typedTypology } from "~/domain/typologies/typology.form";
import { readForm } from "~/http/forms";
import { requireLanguage } from "~/http/language";
import { answerRefusal, forbidden } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { paths } from "~/paths";
import { TypologyForm } from "~/ui/desk/typology-form";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "desk:catalogue.newTitle" };

export async function loader({ request }: LoaderFunctionArgs) {
  if (!mayKeepTypologies(await requireStaff(request))) throw forbidden();
  return null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const form = await readForm(request, typedTypology);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, { status: 422 });
  const outcome = await keepTypology(db, { typology: form.value, added: true, by, at: now() });
  return outcome.ok
    ? redirect(paths.typology(requireLanguage(params), outcome.value.code))
    : answerRefusal(outcome, form.typed);
}

export default function NewTypology() {
  const { t } = useTranslation("desk");
  return (
    <article className="desk">
      <h1>{t("catalogue.newTitle")}</h1>
      <TypologyForm entry={null} answer={useActionData<typeof action>()} />
    </article>
  );
}
