import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { stopMail } from "~/domain/digests/stop-mail.server";
import { secretKeys } from "~/http/secret-keys.server";
import { UnsubscribePage } from "~/ui/mailbox/unsubscribe-page";
import { db } from "~db/client.server";

export const handle = { title: "unsubscribe:title" };

/** The page is the same for any token, and opening it changes nothing: programs that look at mail follow every link. */
export function loader({ params: { token = "" } }: LoaderFunctionArgs) {
  return { token };
}

/** From the page's button, or from a mail program without a cookie (RFC 8058). */
export async function action({ params: { token = "" } }: ActionFunctionArgs) {
  await stopMail(db, { token, key: (await secretKeys())("unsubscribe"), at: now() });
  return { stopped: true };
}

export default function Unsubscribe() {
  const { token } = useLoaderData<typeof loader>();
  return <UnsubscribePage token={token} stopped={useActionData<typeof action>()?.stopped ?? false} />;
}
