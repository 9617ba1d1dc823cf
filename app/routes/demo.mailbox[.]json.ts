import { listLocalMail } from "~/domain/digests/local-mail.server";
import { requireDemo } from "~/http/demo.server";
import { db } from "~db/client.server";

export async function loader() {
  requireDemo();
  return Response.json({ items: await listLocalMail(db) });
}
