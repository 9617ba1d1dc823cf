import type { LoaderFunctionArgs } from "@remix-run/node";
import { listLocalMail } from "~/domain/digests/local-mail.server";
import { requireDemo } from "~/http/demo.server";
import { notFound } from "~/http/outcomes";
import { db } from "~db/client.server";

/** A file that came with a mail, to be kept or opened by whatever opens such files. */
export async function loader({ params }: LoaderFunctionArgs) {
  requireDemo();
  const mail = (await listLocalMail(db)).find(({ id }) => id === params.id);
  const file = mail?.attachments.find(({ filename }) => filename === params.name);
  if (!file) throw notFound();
  return new Response(file.content, {
    headers: {
      "Content-Type": file.contentType,
      "Content-Disposition": `attachment; filename="${file.filename}"`,
    },
  });
}
