import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clearLocalMail, listLocalMail } from "~/domain/digests/local-mail.server";
import { requireDemo } from "~/http/demo.server";
import { paths } from "~/paths";
import { MailboxPage } from "~/ui/mailbox/mailbox-page";
import { db } from "~db/client.server";

export const handle = { title: "mailbox:title" };

export async function loader() {
  requireDemo();
  const mails = await listLocalMail(db);
  return { mails: mails.map(({ html: _, text: __, attachments: ___, ...mail }) => mail) };
}

/** Empties the mailbox. */
export async function action(_: ActionFunctionArgs) {
  requireDemo();
  await clearLocalMail(db);
  return redirect(paths.demoMailbox());
}

export default function Mailbox() {
  return <MailboxPage {...useLoaderData<typeof loader>()} />;
}
