import type { Language } from "~/domain/advisories/advisory.form";

/** A mail ready to leave; its key is the same at every attempt. */
export type Mail = {
  key: string;
  kind: string;
  to: string;
  language: Language;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
};

/** `later`: what met us will pass. `never`: it will not. */
export type Posted = { ok: true } | { ok: false; again: "later" | "never"; problem: string };

export type Post = (mail: Mail) => Promise<Posted>;

/**
 * `refused`: places of single mails that were not taken. `earlier`: an attempt before this one was accepted, with the words that it had.
 * `inDoubt`: it may have been accepted although we were not told.
 */
export type BatchPosted =
  | { ok: true; earlier: boolean; refused: number[] }
  | { ok: false; again: "later" | "never"; inDoubt: boolean; problem: string };

export type PostBatch = (key: string, mails: Mail[]) => Promise<BatchPosted>;

/** RFC 8058: a mail program offers to stop these, and does so without opening a page. */
export const unsubscribeHeaders = (address: string) => ({
  "List-Unsubscribe": `<${address}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});
