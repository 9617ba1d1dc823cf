import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { piecesOf } from "~/domain/advisories/advisory";
import { findDraft } from "~/domain/drafts/drafts.server";
import { saveDraft } from "~/domain/drafts/save-draft.server";
import { keyTermsOf } from "~/domain/parity/check-parity";
import { checkPiece } from "~/domain/parity/check-piece";
import { draftOf } from "~/http/drafts";
import { answerRefusal, notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { paths } from "~/paths";
import { PieceForm } from "~/ui/desk/piece-form";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

/** One text of a draft with a form of its own: how it is edited without scripts. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const draft = await findDraft(db, by, draftOf(params).draftId);
  const path = new URL(request.url).searchParams.get("path") ?? "";
  if (!draft) throw notFound();
  const piece = piecesOf(draft.content).find((one) => one.path === path);
  return {
    id: draft.id,
    piece: piece ?? null,
    findings: piece ? checkPiece(piece.text, { keyTerms: keyTermsOf(draft.content) }) : [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const { language, draftId } = draftOf(params);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").replace(/\r\n/g, "\n");
  const path = text("path");
  const typed = { es: text("es"), en: text("en") };
  const changes = (["es", "en"] as const).map((one) => ({
    kind: "set" as const,
    path: `${path}/${one}`,
    was: text(`was_${one}`),
    now: typed[one],
  }));
  const outcome = await saveDraft(db, { draftId, changes, by, at: now() });
  if (!outcome.ok) return answerRefusal(outcome, typed);
  const { conflicts, refusals } = outcome.value;
  const [refusal] = refusals;
  if (refusal) return data({ refusal: { reason: refusal.reason, facts: {} }, typed }, { status: 422 });
  if (conflicts.length > 0) return data({ conflict: true, typed }, { status: 409 });
  return redirect(`${paths.draft(language, draftId)}#piece-${path}`);
}

export default function Piece() {
  return <PieceForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
