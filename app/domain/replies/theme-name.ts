import { languages, type Text } from "~/domain/advisories/advisory.form";
import { type Refused, refused } from "~/domain/outcome";

/** A theme is called by its name wherever its reply is read, so it has one in each language. */
export const nameProblem = (name: Text): Refused | undefined =>
  languages.every((one) => name[one].trim() !== "") ? undefined : refused("theme_name_in_both");
