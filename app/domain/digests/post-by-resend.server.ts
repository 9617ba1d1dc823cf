import { type ErrorResponse, Resend } from "resend";
import type { Mail, Post, PostBatch, Unposted } from "./mail";

type Account = { apiKey: string; baseUrl: string | undefined; from: string; replyTo?: string | undefined };

// What no later attempt will mend. A wrong key or address of the service, an exhausted quota or a domain that is not verified (403) is
// the operator's to mend: the mail waits.
const hopeless = new Set([
  "validation_error",
  "invalid_attachment",
  "invalid_parameter",
  "missing_required_field",
  "security_error",
]);
// The same key with another text: the first one has gone out.
const goneBefore = "invalid_idempotent_request";

const open = ({ apiKey, baseUrl }: Account) => new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });

const payloadOf = (
  { to, subject, html, text, headers = {}, attachments = [] }: Mail,
  { from, replyTo }: Account,
) => ({
  from,
  to,
  subject,
  html,
  text,
  ...(replyTo === undefined ? {} : { replyTo }),
  ...(Object.keys(headers).length === 0 ? {} : { headers }),
  ...(attachments.length === 0
    ? {}
    : {
        attachments: attachments.map(({ content, ...named }) => ({
          ...named,
          content: Buffer.from(content).toString("base64"),
        })),
      }),
});

/** Resend keeps an idempotency key for a day: an attempt whose answer was lost is not a second mail. */
export function postByResend(account: Account): Post {
  const resend = open(account);
  return async (mail) => {
    const { error, headers } = await resend.emails.send(payloadOf(mail, account), {
      idempotencyKey: mail.key,
    });
    return !error || error.name === goneBefore ? { ok: true } : unposted(error, headers);
  };
}

/** Up to a hundred in one call; a mail that cannot be is refused alone. */
export function postBatchByResend(account: Account): PostBatch {
  const resend = open(account);
  return async (key, mails) => {
    const { data, error, headers } = await resend.batch.send(
      mails.map((mail) => payloadOf(mail, account)),
      { idempotencyKey: key, batchValidation: "permissive" },
    );
    if (!error) return { ok: true, earlier: false, refused: (data.errors ?? []).map(({ index }) => index) };
    if (error.name === goneBefore) return { ok: true, earlier: true, refused: [] };
    return unposted(error, headers);
  };
}

function unposted({ name, statusCode }: ErrorResponse, headers: Record<string, string> | null): Unposted {
  const afterMs = waitAskedFor(headers);
  return {
    ok: false,
    again: hopeless.has(name) && statusCode !== 403 ? "never" : "later",
    // Without an answer, or with a fault of theirs, nobody knows how far it came. What stands between may answer in other words.
    inDoubt: !(statusCode !== null && statusCode < 500) || name === "concurrent_idempotent_requests",
    ...(afterMs === undefined ? {} : { afterMs }),
    problem: name || "unknown",
  };
}

/** Retry-After, in seconds or as an instant by the service's own clock. */
function waitAskedFor(headers: Record<string, string> | null) {
  const asked = headers?.["retry-after"];
  if (asked === undefined) return undefined;
  const ms = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.parse(headers?.date ?? "");
  return ms > 0 ? ms : undefined;
}
