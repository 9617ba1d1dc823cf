import { type ActionFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { now } from "~/clock.server";
import { signInWithRecoveryCode } from "~/domain/auth/sign-in-with-recovery-code.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { typedText } from "~/http/typed-text";
import { signedInCookies, visitOf } from "~/http/visit.server";
import { paths } from "~/paths";
import { RecoveryPage } from "~/ui/auth/recovery-page";
import { db } from "~db/client.server";

export const handle = { title: "auth:recovery.title" };

export async function action({ request, params, context }: ActionFunctionArgs) {
  const typed = typedText(await request.formData());
  const { visit, deviceCookie } = visitOf(request);
  const email = typed("email");
  const outcome = await signInWithRecoveryCode(db, {
    email,
    recoveryCode: typed("recoveryCode"),
    password: typed("password"),
    visit,
    address: context.address,
    keys: await secretKeys(),
    at: now(),
  });
  if (!outcome.ok) return answerRefusal(outcome, { email });
  // The lost device is still among the ways in: that is what comes next.
  return redirectDocument(paths.mySignIn(requireLanguage(params)), {
    headers: signedInCookies(outcome.value, deviceCookie),
  });
}

export default function Recovery() {
  return <RecoveryPage answer={useActionData<typeof action>()} />;
}
