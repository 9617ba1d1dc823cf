import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { confirmIdentity } from "~/domain/auth/confirm-identity.server";
import { findWaysIn } from "~/domain/auth/own-sign-in.server";
import { env } from "~/env.server";
import { readInterrupted } from "~/http/interrupted";
import { requireLanguage } from "~/http/language";
import { statusOf } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireSignedIn } from "~/http/sessions.server";
import { typedText } from "~/http/typed-text";
import { ownAddress, paths } from "~/paths";
import { ConfirmForms } from "~/ui/auth/confirm-forms";
import { ResumedAct } from "~/ui/auth/resumed-act";
import { db } from "~db/client.server";

export const handle = { title: "auth:confirm.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { passkeys, passwordSetAt } = await findWaysIn(db, await requireSignedIn(request));
  return {
    next: ownAddress(new URL(request.url).searchParams.get("next")) ?? null,
    ways: { passkey: passkeys > 0, password: passwordSetAt !== null },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const by = await requireSignedIn(request);
  const typed = typedText(await request.formData());
  const next = ownAddress(typed("next")) ?? null;
  const interrupted = readInterrupted(typed("interrupted"));
  const passkey = typed("passkey");
  const outcome = await confirmIdentity(db, {
    by,
    proof: passkey === "" ? { password: typed("password"), code: typed("code") } : { passkey },
    site: env(),
    address: context.address,
    keys: await secretKeys(),
    at: now(),
  });
  if (!outcome.ok) {
    const { reason, facts } = outcome;
    return data(
      { confirmed: false, refusal: { reason, facts }, next, interrupted },
      { status: statusOf(outcome) },
    );
  }
  if (interrupted) return data({ confirmed: true, refusal: undefined, next, interrupted });
  return redirectDocument(next ?? paths.today(requireLanguage(params)));
}

export default function Confirm() {
  const { t } = useTranslation("auth");
  const { next, ways } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article className="narrow-page">
      <h1>{t("confirm.title")}</h1>
      {answer?.confirmed && answer.interrupted ? (
        <ResumedAct {...answer.interrupted} />
      ) : (
        <>
          <p>{t("confirm.why")}</p>
          {answer?.interrupted && <p>{t("confirm.kept")}</p>}
          <ConfirmForms
            ways={ways}
            refusal={answer?.refusal}
            next={answer?.next ?? next}
            interrupted={answer?.interrupted}
          />
        </>
      )}
    </article>
  );
}
