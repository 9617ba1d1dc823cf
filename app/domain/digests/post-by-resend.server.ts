import { Resend } from "resend";
import type { Post } from "./mail";

type Account = { apiKey: string; baseUrl: string | undefined; from: string };

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

/** Resend keeps an idempotency key for a day: an attempt whose answer was lost is not a second mail. */
export function postByResend({ apiKey, baseUrl, from }: Account): Post {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return async ({ key, to, subject, html, text }) => {
    const { error } = await resend.emails.send({ from, to, subject, html, text }, { idempotencyKey: key });
    // The same key with another text: the first one has gone out.
    if (!error || error.name === "invalid_idempotent_request") return { ok: true };
    return { ok: false, again: hopeless.has(error.name) ? "never" : "later", problem: error.name };
  };
}
