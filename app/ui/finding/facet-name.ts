import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import { saidIn } from "~/domain/advisories/reading";
import type { FacetKind } from "~/domain/search/search.server";
import { useLanguage } from "~/i18n/use-language";

const statuses = ["published", "superseded", "withdrawn"] as const;
const types = [
  "advisory",
  "alert",
  "notice",
  "trend-analysis",
  "order-digest",
  "enforcement-lesson",
  "statement",
] as const;

/** The words for a value of a facet; one that is not of the closed list stands as it is. */
export function useFacetName() {
  const { t } = useTranslation("terms");
  const language = useLanguage();
  return (kind: FacetKind, value: string, name: Text | null = null): string => {
    const status = statuses.find((one) => one === value);
    if (kind === "status" && status) return t(`status.${status}`);
    const type = types.find((one) => one === value);
    if (kind === "type" && type) return t(`type.${type}`);
    return (name && saidIn(language, name)?.text) ?? value;
  };
}
