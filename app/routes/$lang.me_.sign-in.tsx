import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { countLiveTokens, findWaysIn, listPasskeys } from "~/domain/auth/own-sign-in.server";
import { requireSignedIn } from "~/http/sessions.server";
import { OwnSignInPage } from "~/ui/auth/own-sign-in-page";
import { db } from "~db/client.server";

export const handle = { title: "auth:own.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireSignedIn(request);
  const [ways, passkeys, tokens] = await Promise.all([
    findWaysIn(db, by),
    listPasskeys(db, by),
    countLiveTokens(db, by, now()),
  ]);
  return {
    timeZone: by.timeZone,
    passwordSetAt: ways.passwordSetAt,
    recoveryCodesLeft: ways.recoveryCodesLeft,
    tokens,
    passkeys: passkeys.map(({ credentialId, ...passkey }) => passkey),
  };
}

export default function OwnSignIn() {
  return <OwnSignInPage {...useLoaderData<typeof loader>()} />;
}
