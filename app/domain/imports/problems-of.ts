import type { z } from "zod";

/** Each fault of a file with its place, and a reason that has words in both languages. */
export const problemsOf = ({ issues }: { issues: z.core.$ZodIssue[] }) =>
  issues.map(({ path, message, code }) => ({ path: path.join("."), reason: reasonOf(message, code) }));

function reasonOf(message: string, code: z.core.$ZodIssue["code"]) {
  if (/^(import|errors)\./.test(message)) return message;
  return code === "too_big" ? "import.too_much" : "import.other_form";
}
