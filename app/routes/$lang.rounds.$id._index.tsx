import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { mayFillSheet, maySignAnswers } from "~/domain/answers/sheet.policy";
import { findSheet, isAnswered } from "~/domain/answers/sheet.server";
import { findStanding } from "~/domain/releases/round-standing.server";
import { changeRound } from "~/domain/rounds/change-round.server";
import { findPlan } from "~/domain/rounds/plan.server";
import { mayOpenRound } from "~/domain/rounds/round.policy";
import { findRound } from "~/domain/rounds/rounds.server";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal, notFound } from "~/http/outcomes";
import { closingFields, planIn, typedPlan, wordsIn } from "~/http/rounds";
import { formFor, planningFor } from "~/http/rounds.server";
import { atFields } from "~/http/screened";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember, requireStaff } from "~/http/sessions.server";
import { paths } from "~/paths";
import { OverPage } from "~/ui/rounds/over-page";
import { PlannedPage } from "~/ui/rounds/planned-page";
import { RunPage } from "~/ui/rounds/run-page";
import { SheetPage } from "~/ui/rounds/sheet-page";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "rounds:one" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const id = requireId(params.id);
  const at = now();
  const [round, standing] = await Promise.all([
    findRound(db, by, id),
    findStanding(db, by, { roundId: id, at }),
  ]);
  if (!round || !standing) throw notFound();
  const { timeZone } = by;
  const saved = new URL(request.url).searchParams.has("saved");
  if (by.organisationId === round.authorityId) {
    const mayOpen = mayOpenRound(by, round);
    const closing = closingFields(round.closesAt, timeZone);
    const planned = await findPlan(db, by, id, at);
    if (!planned) return { as: "run" as const, round, standing, closing, timeZone, mayOpen };
    return {
      as: "plan" as const,
      round: planned,
      ...(await planningFor(by, requireLanguage(params))),
      closing,
      mayOpen,
      saved,
    };
  }
  const sheet =
    standing.state === "open" && mayFillSheet(by)
      ? await findSheet(db, by, { roundId: id, keys: await secretKeys() })
      : undefined;
  if (sheet) {
    const form = await formFor(by, request, { openedAt: round.openedAt, sheet });
    return { as: "sheet" as const, round, sheet, timeZone, maySign: maySignAnswers(by), ...form };
  }
  return {
    as: "over" as const,
    round,
    standing,
    timeZone,
    memberId: by.memberId,
    answered: await isAnswered(db, by, id),
  };
}

/** Saves the plan. */
export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const roundId = requireId(params.id);
  const typed = typedPlan(await request.formData());
  const plan = planIn(typed);
  if (!plan.ok) return answerRefusal(plan, typed);
  const read = Number(typed.revision?.[0]);
  const outcome = await changeRound(db, {
    roundId,
    isAsRead: (revision) => revision === read,
    plan: plan.value,
    by,
    at: now(),
  });
  return outcome.ok
    ? redirect(paths.roundSaved(requireLanguage(params), roundId))
    : answerRefusal(atFields(outcome, wordsIn(typed)), typed);
}

export default function Round() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (loaded.as === "plan") return <PlannedPage {...loaded} answer={answer} />;
  if (loaded.as === "run") return <RunPage {...loaded} />;
  if (loaded.as === "sheet") return <SheetPage {...loaded} answer={undefined} />;
  return <OverPage {...loaded} />;
}
