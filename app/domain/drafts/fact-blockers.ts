import { z } from "zod";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { isBic, isLei } from "~/domain/vetting/identifiers";

/** Facts of a lesson or a statement that cannot be as they stand; those that were left empty are not missed. */
export function factBlockers({ lesson, statement }: AdvisoryContent): { reason: string; paths: string[] }[] {
  const institutions = lesson?.institutions ?? [];
  const ofInstitutions = (field: "lei" | "bic", isWhole: (text: string) => boolean) =>
    institutions
      .filter((one) => one[field] !== "" && !isWhole(one[field]))
      .map(({ id }) => `lesson/institutions/${id}/${field}`);
  const { from, to } = lesson?.period ?? { from: "", to: "" };
  const dates = {
    "lesson/period/from": from,
    "lesson/period/to": to,
    "statement/heldOn": statement?.heldOn ?? "",
  };
  const found = {
    lei_wrong: ofInstitutions("lei", isLei),
    bic_wrong: ofInstitutions("bic", isBic),
    fact_date_wrong: Object.entries(dates).flatMap(([path, date]) =>
      date !== "" && !isDate(date) ? [path] : [],
    ),
    period_backwards: isDate(from) && isDate(to) && isAfter(from, to) ? ["lesson/period/to"] : [],
  };
  return Object.entries(found).flatMap(([reason, paths]) => (paths.length > 0 ? [{ reason, paths }] : []));
}

/** A year, a month or a day. */
const isDate = (text: string) =>
  /^\d{4}(-\d{2}){0,2}$/.test(text) && z.iso.date().safeParse(`${text}-01-01`.slice(0, 10)).success;

/** As far as both say. */
const isAfter = (one: string, other: string) => one.slice(0, other.length) > other.slice(0, one.length);
