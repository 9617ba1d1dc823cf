import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { signAnswers } from "~/domain/answers/sign-answers.server";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { sheetFor } from "~/http/rounds.server";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember, requireStepUp } from "~/http/sessions.server";
import { paths } from "~/paths";
import { SignaturePage } from "~/ui/rounds/signature-page";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "rounds:sign.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  return sheetFor(await requireMember(request), requireId(params.id), now());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const roundId = requireId(params.id);
  const digest = String((await request.formData()).get("digest") ?? "");
  const outcome = await signAnswers(db, { roundId, digest, keys: await secretKeys(), by, at: now() });
  if (!outcome.ok) return answerRefusal(outcome);
  // Whole: on paper there is no page that it would be relative to.
  const opensAt = new URL(paths.receipts(requireLanguage(params), roundId), request.url).href;
  return data(
    { refusal: undefined, typed: undefined, receipt: { ...outcome.value, opensAt } },
    { headers: { "Cache-Control": "no-store" } },
  );
}

export default function Signature() {
  return <SignaturePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
