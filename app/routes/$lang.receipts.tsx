import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findOutcomes } from "~/domain/replies/outcomes.server";
import { answerRefusal } from "~/http/outcomes";
import { takeReceiptLook } from "~/http/receipt-limit.server";
import { typedText } from "~/http/typed-text";
import { ReceiptsPage } from "~/ui/replies/receipts-page";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "replies:receipts.title" };

export const loader = ({ request }: LoaderFunctionArgs) => ({
  roundId: (new URL(request.url).searchParams.get("round") ?? "").slice(0, 80),
});

/** Asked as nobody: who is signed in is not looked at, and each look is counted alike, whatever it finds (decision 276). */
export async function action({ request, context }: ActionFunctionArgs) {
  const limited = await takeReceiptLook(context);
  const text = typedText(await request.formData());
  // The number is shown again; the secret is nobody's to send back.
  const typed = { round: text("round").slice(0, 80) };
  if (limited) return answerRefusal(limited, typed);
  const round = z.uuid().safeParse(text("round").trim().toLowerCase());
  const nowhere = "00000000-0000-4000-8000-000000000000";
  const outcomes = await findOutcomes(db, {
    roundId: round.success ? round.data : nowhere,
    secret: text("secret").slice(0, 200),
  });
  return data({ refusal: undefined, typed, outcomes }, { headers: { "Cache-Control": "no-store" } });
}

export default function Receipts() {
  return <ReceiptsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
