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
  /** Only of a letter by itself: the service takes none in batches. */
  attachments?: Attachment[];
};

/** `content`: its text. The same at every attempt for as long as what it tells is. */
export type Attachment = { filename: string; contentType: string; content: string };

/**
 * `later`: what met us will pass. `never`: it will not. `inDoubt`: it may have been accepted although we were not told. `afterMs`: the
 * service asked to be left alone so long.
 */
export type Unposted = {
  ok: false;
  again: "later" | "never";
  inDoubt: boolean;
  afterMs?: number;
  problem: string;
};
export type Posted = { ok: true } | Unposted;

/** Resend keeps a key for a day; an hour of it is left to clocks that differ. */
export const keyMs = 23 * 3_600_000;

export type Post = (mail: Mail) => Promise<Posted>;

/** `refused`: places of single mails that were not taken. `earlier`: an attempt before this one was accepted, with the words that it had. */
export type BatchPosted = { ok: true; earlier: boolean; refused: number[] } | Unposted;

export type PostBatch = (key: string, mails: Mail[]) => Promise<BatchPosted>;

/** When to try again: ever later, spread so that many processes do not come at once, and not before the service asked. */
export function pauseAfter(attempts: number, longestMs: number, random: number, afterMs = 0) {
  const own = Math.min(longestMs, 15_000 * 2 ** (attempts - 1)) * (0.5 + random);
  return Math.max(own, Math.min(afterMs, longestMs));
}

/** RFC 8058: a mail program offers to stop these, and does so without opening a page. */
export const unsubscribeHeaders = (address: string) => ({
  "List-Unsubscribe": `<${address}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

/** What throws may have reached the service before it broke, or is a fault of ours: it may be mended. */
export async function orBroken<Done>(posting: () => Promise<Done>): Promise<Done | Unposted> {
  try {
    return await posting();
  } catch (error) {
    const problem = error instanceof Error ? error.name : "unknown";
    return { ok: false, again: "later", inDoubt: true, problem };
  }
}
