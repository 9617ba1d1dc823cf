import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listLocalMail } from "~/domain/digests/local-mail.server";
import { requireDemo } from "~/http/demo.server";
import { notFound } from "~/http/outcomes";
import { MailPage } from "~/ui/mailbox/mail-page";
import { db } from "~db/client.server";

export const handle = { title: "mailbox:title" };

export async function loader({ params }: LoaderFunctionArgs) {
  requireDemo();
  const mail = (await listLocalMail(db)).find(({ id }) => id === params.id);
  if (!mail) throw notFound();
  const { html: _, ...shown } = mail;
  return { mail: shown };
}

export default function Mail() {
  return <MailPage {...useLoaderData<typeof loader>()} />;
}
