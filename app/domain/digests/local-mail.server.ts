import { sql } from "drizzle-orm";
import type { Language } from "~/domain/advisories/advisory.form";
import type { Db } from "~db/client.server";
import type { Attachment, Post, PostBatch } from "./mail";

export type LocalMail = {
  id: string;
  kind: string;
  to: string;
  language: Language;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  attachments: Attachment[];
  /** ISO instant. */
  sentAt: string;
};

/** The demo's mailbox in place of a mail service. */
export const postLocally =
  (db: Db, at: Date): Post =>
  async ({ key, kind, to, language, subject, html, text, headers = {}, attachments = [] }) => {
    await db.execute(
      sql`select local_mail_keep(${key}::uuid, ${kind}, ${to}, ${language}, ${subject}, ${html}, ${text}, ${JSON.stringify(headers)}::jsonb, ${JSON.stringify(attachments)}::jsonb, ${at.toISOString()}::timestamptz)`,
    );
    return { ok: true };
  };

export const postBatchLocally =
  (db: Db, at: Date): PostBatch =>
  async (_key, mails) => {
    for (const mail of mails) await postLocally(db, at)(mail);
    return { ok: true, earlier: false, refused: [] };
  };

/** Newest first; empty where there is no demo. */
export async function listLocalMail(db: Db): Promise<LocalMail[]> {
  const rows = await db.execute<LocalMail>(
    sql`select id, kind, recipient as "to", language, subject, html, text, headers, attachments, to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sentAt" from local_mail_list()`,
  );
  return [...rows];
}

export const clearLocalMail = async (db: Db) => {
  await db.execute(sql`select local_mail_clear()`);
};
