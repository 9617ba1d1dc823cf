import { sectors } from "~/domain/advisories/advisory.form";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type SummaryWords, summarySchema } from "~/domain/summaries/summary.form";
import { pairIn } from "./minutes";
import type { TypedSession } from "./roundtables";

/** A form in which one may choose several of a thing; one that comes back carries them in one field. */
export function summaryIn(form: FormData, typed: TypedSession): Outcome<SummaryWords> {
  const several = (name: string) =>
    form
      .getAll(name)
      .flatMap((value) => String(value).split(","))
      .filter((one) => one !== "");
  const issuers = several("issuers");
  if (issuers.length === 0) return refused("issuers_missing");
  const read = summarySchema.safeParse({
    title: pairIn(typed, "title"),
    body: pairIn(typed, "body"),
    tlp: typed.tlp,
    period: typed.period,
    issuers,
    audience: {
      jurisdictions: several("jurisdictions"),
      sectors: several("sectors").filter((one) => sectors.some((known) => known === one)),
      organisations: several("organisations"),
    },
  });
  return read.success ? done(read.data) : refused("too_long");
}

/** The same as it is given back, to be mended. */
export const typedSummary = (form: FormData, typed: TypedSession): TypedSession => ({
  ...typed,
  ...Object.fromEntries(
    ["issuers", "jurisdictions", "sectors", "organisations"].map((name) => [
      name,
      form.getAll(name).join(","),
    ]),
  ),
});
