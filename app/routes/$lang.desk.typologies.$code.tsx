import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { mayKeepTypologies } from "~/domain/advisories/advisory.policy";
import { keepTypology } from "~/domain/typologies/keep-typology.server";
import { findTypologyEntry } from "~/domain/typologies/typologies.server";
import { typedTypology } from "~/domain/typologies/typology.form";
import { readForm } from "~/http/forms";
import { requireLanguage } from "~/http/language";
import { answerRefusal, forbidden, notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { TypologyForm } from "~/ui/desk/typology-form";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "desk:catalogue.editTitle" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  if (!mayKeepTypologies(by)) throw forbidden();
  const entry = await findTypologyEntry(db, by, params.code ?? "");
  if (!entry) throw notFound();
  return { entry };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const entry = await findTypologyEntry(db, by, params.code ?? "");
  if (!entry) throw notFound();
  const form = await readForm(request, typedTypology);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, { status: 422 });
  const typology = { ...form.value, code: entry.code };
  const outcome = await keepTypology(db, { typology, by, at: now() });
  return outcome.ok
    ? redirect(paths.typology(requireLanguage(params), entry.code))
    : answerRefusal(outcome, form.typed);
}

export default function EditTypology() {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const { entry } = useLoaderData<typeof loader>();
  return (
    <article className="desk">
      <h1>{entry.name[language] || entry.code}</h1>
      <p>
        <span className="number">{entry.code}</span>
      </p>
      {!entry.catalogued && <p>{t("catalogue.adoptLead")}</p>}
      <TypologyForm key={entry.code} entry={entry} answer={useActionData<typeof action>()} />
    </article>
  );
}
