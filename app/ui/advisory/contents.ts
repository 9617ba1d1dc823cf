import type { TFunction } from "i18next";
import type { AdvisoryReading } from "~/domain/advisories/reading";
import type { ContentsEntry } from "./contents-list";
import { hasFiling } from "./filing-block";
import { hasRedFlagPart } from "./red-flags";

/** What the margin lists: the parts of this page that there are. */
export function contentsOf(
  advisory: AdvisoryReading,
  t: TFunction<"reading">,
  preview: boolean,
): ContentsEntry[] {
  const entries: (ContentsEntry | false | null)[] = [
    advisory.statement && { anchor: "statement", name: t("statement.title") },
    advisory.lesson && { anchor: "lesson", name: t("lesson.title") },
    ...advisory.sections.map(
      ({ anchor, heading }) => heading && { anchor, name: heading.text, lang: heading.lang },
    ),
    hasRedFlagPart(advisory) && { anchor: "red-flags", name: t("flags.title") },
    hasFiling(advisory.filing) && { anchor: "filing", name: t("filing.title") },
    advisory.relations.length > 0 && { anchor: "relations", name: t("advisory.relations") },
    advisory.source && { anchor: "source", name: t("advisory.source") },
    !preview && { anchor: "history", name: t("advisory.history") },
    !preview &&
      advisory.version === advisory.currentVersion && { anchor: "downloads", name: t("advisory.downloads") },
  ];
  return entries.filter((entry) => entry !== null && entry !== false);
}
