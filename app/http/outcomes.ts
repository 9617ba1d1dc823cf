import { type AppLoadContext, data } from "@remix-run/node";
import type { Refused } from "~/domain/outcome";
import { i18nOf } from "~/i18n/i18n.server";
import { languageOf } from "./language";

// Responses rather than Remix's `data`: thrown from a route without a page, that one would count as a fault of ours.
/** One answer for what is not there and for what the asker may not see. */
export const notFound = () => new Response(null, { status: 404 });
export const forbidden = () => new Response(null, { status: 403 });

const statuses: Record<string, number> = {
  not_found: 404,
  not_allowed: 403,
  not_signed_in: 401,
  step_up_needed: 403,
  scope_missing: 403,
  conflict: 409,
  stale: 409,
  words_changed_meanwhile: 409,
  stale_revision: 409,
  item_changed_meanwhile: 409,
  red_flag_closed: 409,
  too_large: 413,
  too_many_attempts: 429,
  invitation_expired: 410,
  invitation_accepted: 410,
  invitation_withdrawn: 410,
};

export const statusOf = (refusal: Refused) => statuses[refusal.reason] ?? 422;

/** A refused act on a page: the page again, with the reason and what was typed. A thing not found is a page not found. */
export function answerRefusal<Typed = undefined>(refusal: Refused, typed?: Typed) {
  if (refusal.reason === "not_found") throw notFound();
  return data(
    { refusal: { reason: refusal.reason, facts: refusal.facts }, typed },
    { status: statusOf(refusal) },
  );
}

/** The same where the answer would be a file: there is no page, so the plain one says why. */
export function refuseFile(context: AppLoadContext, refusal: Refused, back: string) {
  if (refusal.reason === "not_found") throw notFound();
  context.refusal = { reason: refusal.reason, facts: refusal.facts, back };
  return new Response(null, { status: refusal.reason === "not_allowed" ? 403 : 422 });
}

/** What a page gets back from `answerRefusal`. */
export type Refusal = { reason: string; facts: Record<string, unknown> };

/** A write that waits for its author to confirm who they are; `typed` is what they had filled in. */
export type Interrupted = { action: string; typed: [string, string][] };
/** What the page in its place needs to ask for that. */
export type StepUp = Interrupted & { ways: { passkey: boolean; password: boolean } };

/** Of the refusals that a program gets as 409, those where somebody else was first; in the rest a state forbids it. */
const changed = new Set([
  "conflict",
  "stale",
  "stale_revision",
  "changed_meanwhile",
  "item_changed_meanwhile",
  "reply_changed_meanwhile",
  "application_changed",
]);

type FieldError = { pointer: string; reason: string };

/** RFC 9457: a refused act, answered to a program in the language it accepts. */
export function problem(
  request: Request,
  refusal: Refused,
  errors: FieldError[] = [],
  headers: HeadersInit = {},
  status = statusOf(refusal),
) {
  const language = languageOf(request);
  const { t, exists } = i18nOf(language);
  const room = exists(`imports:${refusal.reason}`) ? "imports" : "refused";
  const key = `${room}:${refusal.reason}` as "refused:not_found";
  const title =
    status === 409 && !changed.has(refusal.reason) ? "stateForbids" : (`status.${titled(status)}` as const);
  const body = {
    type: `/problems/${refusal.reason}`,
    title: t(`errors:${title}`),
    status,
    detail: t(key, refusal.facts),
    ...(Object.keys(refusal.facts).length > 0 ? { facts: refusal.facts } : {}),
    errors,
  };
  const answer = new Response(JSON.stringify(body), { status, headers });
  answer.headers.set("Content-Type", "application/problem+json; charset=utf-8");
  answer.headers.set("Content-Language", language);
  answer.headers.append("Vary", "Accept-Language");
  if (status === 401) answer.headers.set("WWW-Authenticate", 'Bearer realm="ribera"');
  return answer;
}

const titledStatuses = [
  400, 401, 403, 404, 405, 409, 410, 412, 413, 414, 415, 422, 428, 429, 500, 503,
] as const;
type TitledStatus = (typeof titledStatuses)[number];
const titled = (status: number): TitledStatus =>
  titledStatuses.find((one) => one === status) ?? (status >= 500 ? 500 : 400);
