import { useTranslation } from "react-i18next";
import { saidIn } from "~/domain/advisories/reading";
import { formatDay, insideLine } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { usePlaceName } from "~/ui/place/use-place-name";

const closedLists: Record<string, string> = {
  type: "type",
  origin: "origin",
  form: "statementForm",
  kind: "sectionKind",
  observableAt: "observableAt",
  strength: "strength",
  state: "redFlagState",
  sectors: "sector",
  priorities: "priority",
  reportTypes: "reportType",
  failures: "failure",
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textAt = (value: Record<string, unknown>, name: string) => {
  const at = value[name];
  return typeof at === "string" ? at : undefined;
};

/** What stands in a field, in words: comparisons carry values of every shape that the content has. */
export function useValueWords() {
  const { t } = useTranslation("reading");
  const { t: term, i18n } = useTranslation("terms");
  const language = useLanguage();
  const { country, place } = usePlaceName();

  function listed(field: string, value: string): string {
    if (field === "jurisdictions") return country(value);
    const key = `${closedLists[field]}.${value}` as "type.advisory";
    return closedLists[field] && i18n.exists(`terms:${key}`) ? term(key) : value;
  }

  function ofRecord(field: string, value: Record<string, unknown>): string {
    const [es, en] = [textAt(value, "es"), textAt(value, "en")];
    if (es !== undefined && en !== undefined) {
      if (field !== "translation") return saidIn(language, { es, en })?.text ?? "";
      return [es, en]
        .map(
          (state, i) =>
            `${term(i === 0 ? "language.es" : "language.en")}: ${insideLine(language, stateWords(state))}`,
        )
        .join("; ");
    }
    const relation = textAt(value, "number") && textAt(value, "kind");
    if (relation) return `${term(`relation.${relation}` as "relation.cites")} ${textAt(value, "number")}`;
    const role = textAt(value, "role");
    if (role) return `${textAt(value, "shortName")} (${term(`role.${role}` as "role.lead")})`;
    if (textAt(value, "precision")) return formatDay(language, textAt(value, "value") ?? "");
    const [from, to] = [textAt(value, "from"), textAt(value, "to")];
    if (from !== undefined && to !== undefined) {
      return t("advisory.corridor", { from: place(from), to: place(to) });
    }
    const code = textAt(value, "code");
    if (code && field === "failures") return listed(field, code);
    for (const name of ["name", "text", "printed", "label", "value", "number", "code"]) {
      const inside = value[name];
      if (typeof inside === "string" && inside !== "") return inside;
      if (isRecord(inside)) return ofRecord(name, inside);
    }
    return JSON.stringify(value);
  }

  const stateWords = (state: string) => term(`translation.${state}` as "translation.original");

  return function words(field: string, value: unknown): string {
    if (value === null || value === undefined || value === "") return t("changes.nothing");
    if (typeof value === "boolean") return t(value ? "changes.yes" : "changes.no");
    if (Array.isArray(value)) {
      return value.length === 0 ? t("changes.nothing") : value.map((item) => words(field, item)).join(", ");
    }
    if (isRecord(value)) return ofRecord(field, value);
    const text = String(value);
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(language, text) : listed(field, text);
  };
}
