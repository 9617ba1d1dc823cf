import { useTranslation } from "react-i18next";
import type { ApplicationFacts } from "~/domain/vetting/application.form";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Facts } from "~/ui/table/facts";

type Recorded = Omit<ApplicationFacts, "note" | "sector" | "sizeBand"> & {
  note?: string | null;
  sector: string | null;
  sizeBand: string | null;
};
type Props = { facts: Recorded; kind: string; jurisdiction: string; before?: Recorded | undefined };

const names = [
  "nameEs",
  "nameEn",
  "sector",
  "sizeBand",
  "lei",
  "bic",
  "bankCode",
  "registered314bOn",
  "registered314bUntil",
  "recordedGround",
  "recordedGroundOn",
  "note",
] as const;
type Name = (typeof names)[number];

const days = new Set<Name>(["registered314bOn", "registered314bUntil", "recordedGroundOn"]);
const ofInstitutions = new Set<Name>(["sector", "sizeBand", "bic", "bankCode"]);
const countryOf: Partial<Record<Name, string>> = {
  registered314bOn: "US",
  registered314bUntil: "US",
  recordedGround: "MX",
  recordedGroundOn: "MX",
};

/** An organisation's facts; against `before`, what differs is marked with what stood there. */
export function FactList({ facts, kind, jurisdiction, before }: Props) {
  const { t } = useTranslation("vetting");
  const said = useFactWords(jurisdiction);
  const shown = names.filter(
    (name) =>
      (countryOf[name] ?? jurisdiction) === jurisdiction &&
      (kind === "institution" || (!ofInstitutions.has(name) && !countryOf[name]) || facts[name]) &&
      (name !== "note" || facts.note),
  );
  return (
    <Facts
      lined
      facts={shown.map((name) => {
        const value = said.value(name, facts[name] ?? null);
        const changed =
          before !== undefined && name !== "note" && (before[name] ?? null) !== (facts[name] ?? null);
        return {
          name: said.name(name),
          value: changed ? (
            <>
              <strong className="changed">{value}</strong>{" "}
              <span className="quiet">
                ({t("one.before", { value: said.value(name, before[name] ?? null) })})
              </span>
            </>
          ) : (
            value
          ),
        };
      })}
    />
  );
}

/** The name of a fact, and a fact in words. */
export function useFactWords(jurisdiction: string) {
  const { t } = useTranslation("vetting");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  return {
    name(name: Name) {
      if (name === "sizeBand") return t("one.size");
      if (name !== "bankCode") return t(`one.${name}`);
      if (jurisdiction === "US") return t("one.routingNumber");
      return jurisdiction === "MX" ? t("one.bankCode") : t("one.bankCodeOther");
    },
    value(name: Name, value: string | null) {
      if (value === null || value === "") return t("one.noneRecorded");
      if (days.has(name)) return formatDay(language, value);
      if (name === "sector") return term(`sector.${value}` as "sector.bank");
      if (name === "sizeBand") return t(`size.${value}` as "size.small");
      return value;
    },
  };
}
