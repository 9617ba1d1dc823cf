import type { z } from "zod";
import type { Language } from "~/domain/advisories/advisory.form";
import { refused } from "~/domain/outcome";
import { i18nOf } from "~/i18n/i18n.server";

/** `pointer` is an RFC 6901 pointer into the part of the request that `in` names. */
export type Misfit = { pointer: string; in: "body" | "query" | "header"; reason: string; detail: string };

type Reading = { in: Misfit["in"]; given: unknown; language: Language };

/** Each fault that a schema found, with a stable reason and a sentence for people. */
export function misfitsOf(issues: z.core.$ZodIssue[], { in: part, given, language }: Reading): Misfit[] {
  return issues.flatMap((issue) => {
    const steps = issue.path.map(String);
    const places = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...steps, key]) : [steps];
    return places.map((place) => {
      const reason = reasonOf(issue, given);
      return { pointer: pointerTo(place), in: part, reason, detail: sentenceOf(reason, language) };
    });
  });
}

/** A body whose room's own form found faults in it, each told at its place. */
export const unfit = (issues: z.core.$ZodIssue[], given: unknown, language: Language) =>
  refused("does_not_fit", { errors: misfitsOf(issues, { in: "body", given, language }) });

export const pointerTo = (steps: string[]) =>
  steps.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const reasons: Partial<Record<z.core.$ZodIssue["code"], string>> = {
  invalid_type: "wrong_kind",
  invalid_value: "unknown_value",
  invalid_union: "unknown_value",
  invalid_format: "bad_format",
  unrecognized_keys: "unknown_field",
  too_big: "too_large_value",
  too_small: "too_small_value",
};

function reasonOf(issue: z.core.$ZodIssue, given: unknown): string {
  const own = /^(?:errors|import)\.([a-z_]+)$/.exec(issue.message)?.[1];
  if (valueAt(given, issue.path) === undefined && issue.code !== "unrecognized_keys") return "missing";
  return own ?? reasons[issue.code] ?? "invalid";
}

const valueAt = (given: unknown, path: PropertyKey[]) =>
  path.reduce<unknown>(
    (at, step) => (typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined),
    given,
  );

/** The reason in words, from the room that has them. */
export function sentenceOf(reason: string, language: Language, facts: Record<string, unknown> = {}): string {
  const { t, exists } = i18nOf(language);
  const bare = reason.replace(/^(?:errors|import)\./, "");
  const key = ["api:reason", "refused", "imports"]
    .map((room) => (room.includes(":") ? `${room}.${bare}` : `${room}:${bare}`))
    .find((one) => exists(one) || exists(`${one}_other`));
  return key ? t(key as "refused:not_found", facts) : t("refused:invalid");
}
