import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { planRound } from "~/domain/rounds/plan-round.server";
import { mayPlanRounds } from "~/domain/rounds/round.policy";
import { requireLanguage } from "~/http/language";
import { answerRefusal, forbidden } from "~/http/outcomes";
import { closingFields, planIn, typedPlan, wordsIn } from "~/http/rounds";
import { planningFor } from "~/http/rounds.server";
import { atFields } from "~/http/screened";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { PlanForm } from "~/ui/rounds/plan-form";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "rounds:plan.newTitle" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  if (!mayPlanRounds(by)) throw forbidden();
  const planning = await planningFor(by, requireLanguage(params));
  return { ...planning, closing: closingFields(null, by.timeZone) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const typed = typedPlan(await request.formData());
  const plan = planIn(typed);
  if (!plan.ok) return answerRefusal(plan, typed);
  const outcome = await planRound(db, { plan: plan.value, by, at: now() });
  return outcome.ok
    ? redirect(paths.round(requireLanguage(params), outcome.value.id))
    : answerRefusal(atFields(outcome, wordsIn(typed)), typed);
}

export default function NewRound() {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  return (
    <article className="rounds">
      <p className="overline">
        <Link to={paths.rounds(language)}>{t("list.title")}</Link>
      </p>
      <h1>{t("plan.newTitle")}</h1>
      <p>{t("plan.newLead")}</p>
      <PlanForm planned={null} {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
    </article>
  );
}
