import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { placeOf } from "~/domain/answers/answer";
import { fillSheet } from "~/domain/answers/fill-sheet.server";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { notFound, statusOf } from "~/http/outcomes";
import { filledIn, foundIn, mineOf, typedAnswers } from "~/http/rounds";
import { formFor, sheetFor } from "~/http/rounds.server";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { paths } from "~/paths";
import { SheetPage } from "~/ui/rounds/sheet-page";
import { db } from "~db/client.server";

export const handle = { title: "rounds:one" };

/** The form again, beside what could not be kept; asked for by itself it is the round's own page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const roundId = requireId(params.id);
  if (context.isPage && !context.isWrite) return redirect(paths.round(requireLanguage(params), roundId));
  const by = await requireMember(request);
  const asked = await sheetFor(by, roundId, now());
  const { round, sheet } = asked;
  return { ...asked, ...(await formFor(by, request, { openedAt: round.openedAt, sheet })) };
}

/** Saves the form as it is sent without scripts; with them it saves itself (`changes`). */
export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireMember(request);
  const roundId = requireId(params.id);
  const form = await request.formData();
  const filled = filledIn(form);
  const outcome = await fillSheet(db, { roundId, filled, keys: await secretKeys(), by, at: now() });
  const flag = form.has("flag") ? Number(form.get("flag")) : (filled[0]?.row ?? null);
  if (!outcome.ok) {
    const { reason, facts } = outcome;
    if (reason === "not_found") throw notFound();
    const found = reason === "screened" ? foundIn(typedAnswers(filled)) : {};
    const mine = mineOf(filled, (place) => ((found[place]?.findings.length ?? 0) > 0 ? { reason } : {}));
    return data({ refusal: { reason, facts }, mine, found, flag }, { status: statusOf(outcome) });
  }
  const { overtaken } = outcome.value;
  if (overtaken.length === 0) {
    const language = requireLanguage(params);
    throw redirect(
      form.has("to")
        ? paths.roundSheet(language, roundId, Number(form.get("to")), { saved: "1" })
        : paths.roundSaved(language, roundId),
    );
  }
  const theirs = new Map(
    overtaken.map(({ row, question, ...entry }) => [placeOf(row, question), { theirs: entry }]),
  );
  const mine = mineOf(
    filled.filter(({ row, question }) => theirs.has(placeOf(row, question))),
    (place) => theirs.get(place) ?? {},
  );
  return data({ refusal: undefined, mine, found: {}, flag }, { status: 409 });
}

export default function SavedSheet() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SheetPage {...loaded} flag={answer?.flag ?? loaded.flag} saved={false} answer={answer} />;
}
