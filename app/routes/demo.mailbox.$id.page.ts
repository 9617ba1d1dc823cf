import type { LoaderFunctionArgs } from "@remix-run/node";
import { listLocalMail } from "~/domain/digests/local-mail.server";
import { requireDemo } from "~/http/demo.server";
import { notFound } from "~/http/outcomes";
import { db } from "~db/client.server";

// A mail's styles are inline, as mail clients need them; nothing else of it may run or be fetched.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The mail as its reader's mail client shows it. */
export async function loader({ params }: LoaderFunctionArgs) {
  requireDemo();
  const mail = (await listLocalMail(db)).find(({ id }) => id === params.id);
  if (!mail) throw notFound();
  return new Response(mail.html, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy },
  });
}
