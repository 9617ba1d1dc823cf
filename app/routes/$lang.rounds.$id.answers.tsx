import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { fillSheet } from "~/domain/answers/fill-sheet.server";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { notFound, statusOf } from "~/http/outcomes";
import { filledIn, foundIn, typedAnswers } from "~/http/rounds";
import { sheetFor } from "~/http/rounds.server";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { paths } from "~/paths";
import { SheetPage } from "~/ui/rounds/sheet-page";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "rounds:one" };

/** The form again, beside what could not be kept; asked for by itself it is the round's own page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const roundId = requireId(params.id);
  if (context.isPage && !context.isWrite) return redirect(paths.round(requireLanguage(params), roundId));
  return sheetFor(await requireMember(request), roundId, now());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireMember(request);
  const roundId = requireId(params.id);
  const form = await request.formData();
  const filled = filledIn(form);
  const outcome = await fillSheet(db, { roundId, filled, keys: await secretKeys(), by, at: now() });
  const typed = typedAnswers(filled);
  if (!outcome.ok) {
    const { reason, facts } = outcome;
    if (reason === "not_found") throw notFound();
    const found = reason === "screened" ? foundIn(typed) : {};
    return data({ refusal: { reason, facts }, typed, found, overtaken: [] }, { status: statusOf(outcome) });
  }
  const { overtaken } = outcome.value;
  if (overtaken.length === 0) throw redirect(paths.roundSaved(requireLanguage(params), roundId));
  return data(
    {
      refusal: undefined,
      typed,
      found: {},
      overtaken: overtaken.map(({ row, question }) => ({ row, question })),
    },
    { status: 409 },
  );
}

export default function SavedSheet() {
  return (
    <SheetPage {...useLoaderData<typeof loader>()} saved={false} answer={useActionData<typeof action>()} />
  );
}
