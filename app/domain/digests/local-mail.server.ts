import { sql } from "drizzle-orm";
import type { Language } from "~/domain/advisories/advisory.form";
import type { Db } from "~db/client.server";
import type { Post } from "./mail";

export type LocalMail = {
  id: string;
  kind: string;
  to: string;
  language: Language;
  subject: string;
  html: string;
  text: string;
  /** ISO instant. */
  sentAt: string;
};

/** The demo's mailbox in place of a mail service. */
export const postLocally =
  (db: Db, at: Date): Post =>
  async ({ key, kind, to, language, subject, html, text }) => {
    await db.execute(
      sql`select local_mail_keep(${key}::uuid, ${kind}, ${to}, ${language}, ${subject}, ${html}, ${text}, ${at.toISOString()}::timestamptz)`,
    );
    return { ok: true };
  };

/** Newest first; empty where there is no demo. */
export async function listLocalMail(db: Db): Promise<LocalMail[]> {
  const rows = await db.execute<LocalMail>(
    sql`select id, kind, recipient as "to", language, subject, html, text, to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sentAt" from local_mail_list()`,
  );
  return [...rows];
}

export const clearLocalMail = async (db: Db) => {
  await db.execute(sql`select local_mail_clear()`);
};
