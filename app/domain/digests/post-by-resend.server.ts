import { Resend } from "resend";
import type { Mail, Post, PostBatch } from "./mail";

type Account = { apiKey: string; baseUrl: string | undefined; from: string; replyTo?: string | undefined };

// What no later attempt will mend. A wrong key or an exhausted quota is the operator's to mend: the mail waits.
const hopeless = new Set([
  "validation_error",
  "invalid_attachment",
  "invalid_parameter",
  "missing_required_field",
  "not_found",
  "method_not_allowed",
  "security_error",
]);
// The same key with another text: the first one has gone out.
const goneBefore = "invalid_idempotent_request";

const open = ({ apiKey, baseUrl }: Account) => new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });

const payloadOf = ({ to, subject, html, text, headers = {} }: Mail, { from, replyTo }: Account) => ({
  from,
  to,
  subject,
  html,
  text,
  ...(replyTo === undefined ? {} : { replyTo }),
  ...(Object.keys(headers).length === 0 ? {} : { headers }),
});

/** Resend keeps an idempotency key for a day: an attempt whose answer was lost is not a second mail. */
export function postByResend(account: Account): Post {
  const resend = open(account);
  return async (mail) => {
    const { error } = await resend.emails.send(payloadOf(mail, account), { idempotencyKey: mail.key });
    if (!error || error.name === goneBefore) return { ok: true };
    return { ok: false, again: hopeless.has(error.name) ? "never" : "later", problem: error.name };
  };
}

/** Up to a hundred in one call; a mail that cannot be is refused alone. */
export function postBatchByResend(account: Account): PostBatch {
  const resend = open(account);
  return async (key, mails) => {
    const { data, error } = await resend.batch.send(
      mails.map((mail) => payloadOf(mail, account)),
      { idempotencyKey: key, batchValidation: "permissive" },
    );
    if (!error) return { ok: true, earlier: false, refused: (data.errors ?? []).map(({ index }) => index) };
    if (error.name === goneBefore) return { ok: true, earlier: true, refused: [] };
    const again = hopeless.has(error.name) ? "never" : "later";
    // Without an answer, or with a fault of theirs, nobody knows how far it came.
    const inDoubt =
      error.statusCode === null || error.statusCode >= 500 || error.name === "concurrent_idempotent_requests";
    return { ok: false, again, inDoubt, problem: error.name };
  };
}
