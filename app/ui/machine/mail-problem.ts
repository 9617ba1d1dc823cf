import type { TFunction } from "i18next";
import type es from "~locales/es/operations.json";

type Told = Exclude<keyof typeof es.mail.problem, "other">;

const told = [
  "not_accepted",
  "uncertain",
  "validation_error",
  "invalid_attachment",
  "rate_limit_exceeded",
  "daily_quota_exceeded",
  "monthly_quota_exceeded",
  "invalid_api_key",
  "application_error",
  "internal_server_error",
] as const satisfies Told[];

/** What an attempt met, in words; what the mail service says beyond those stays its own. */
export function mailProblem(t: TFunction<"operations">, problem: string) {
  const known = told.find((one) => one === problem);
  return known ? t(`mail.problem.${known}`) : t("mail.problem.other", { word: problem });
}
