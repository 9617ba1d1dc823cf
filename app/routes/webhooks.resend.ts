import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { noteMailEvent } from "~/domain/digests/note-mail-event.server";
import { env } from "~/env.server";
import { notFound } from "~/http/outcomes";
import { db } from "~db/client.server";

export function loader() {
  throw notFound();
}

/** The mail service tells what became of mails; without its secret there is no such address. */
export async function action({ request }: ActionFunctionArgs) {
  const secret = env().resendWebhookSecret;
  if (!secret) throw notFound();
  const header = (name: string) => request.headers.get(`svix-${name}`) ?? "";
  const outcome = await noteMailEvent(db, {
    payload: await request.text(),
    headers: { id: header("id"), timestamp: header("timestamp"), signature: header("signature") },
    secret,
    at: now(),
  });
  return new Response(null, { status: outcome.ok ? 204 : 400 });
}
