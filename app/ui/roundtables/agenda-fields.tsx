import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { languages, type Text } from "~/domain/advisories/advisory.form";
import { attributions, presenceRules, rulesOf } from "~/domain/roundtables/attribution";
import { usualRetention } from "~/domain/roundtables/roundtable";
import { type Agenda, roundtableTlps } from "~/domain/roundtables/roundtable.form";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { localeOf } from "~/i18n/language";
import { useRefusal } from "~/ui/act/refusal";
import { Checkbox } from "~/ui/field/checkbox";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { CheckedOnce } from "~/ui/screening/checked-once";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import { ScreenedTextField } from "~/ui/screening/screened-text-field";

type Props = {
  /** Null: a new one. */
  agenda: Agenda | null;
  /** With what a new one begins. */
  first?: Text | undefined;
  typed: TypedSession | undefined;
  refusal: Refusal | undefined;
};

/** Said at their field. */
export const agendaRefusals = ["modes_missing"];

const suffix = { es: "Es", en: "En" } as const;
const spareItems = 2;
const offered = [30, 90, 180, 365, 730, 1826] as const;
const isOffered = (days: number): days is (typeof offered)[number] => offered.some((one) => one === days);
/** With what a program chose, where that is none of them. */
const retentions = (chosen = usualRetention): number[] =>
  isOffered(chosen) ? [...offered] : [...offered, chosen].sort((a, b) => a - b);

/** Title, purpose, items, marking and rules, each text in both languages side by side. */
export function AgendaFields({ agenda, first, typed, refusal }: Props) {
  const { t } = useTranslation("roundtables");
  const { t: kept } = useTranslation("vaults");
  const sentence = useRefusal();
  const rules = rulesOf(agenda ?? {});
  const typedItems = Object.keys(typed ?? {}).filter((name) => /^item\.\d+\.titleEs$/.test(name)).length;
  const items = Math.max((agenda?.items.length ?? 0) + spareItems, typedItems, 3);
  const stored = (name: string, language: "es" | "en"): string => {
    const [, n, part] = /^item\.(\d+)\.(title|note)$/.exec(name) ?? [];
    if (!agenda && n === "0" && part === "title") return first?.[language] ?? "";
    if (n !== undefined)
      return agenda?.items[Number(n)]?.[part === "note" ? "note" : "title"][language] ?? "";
    if (name === "title" || name === "purpose" || name === "community") return agenda?.[name][language] ?? "";
    return "";
  };
  const pair = (name: string, label: "title" | "purpose" | "community" | "item" | "note", long = false) => (
    <div className="both-languages">
      {languages.map((language) => {
        const field = `${name}${suffix[language]}`;
        const shared = {
          name: field,
          lang: localeOf(language),
          label: t(`agenda.${label}.${language}`),
          defaultValue: typed ? (typed[field] ?? "") : stored(name, language),
          found: foundAt(refusal, field),
        };
        return long ? (
          <ScreenedTextArea key={language} {...shared} rows={2} />
        ) : (
          <ScreenedTextField key={language} {...shared} maxLength={500} autoComplete="off" />
        );
      })}
    </div>
  );
  return (
    <CheckedOnce>
      {pair("title", "title")}
      {pair("purpose", "purpose", true)}
      <fieldset className="session-items">
        <legend>{t("agenda.items")}</legend>
        <p className="hint">{t("agenda.itemsHint")}</p>
        {Array.from({ length: items }, (_, n) => n).map((n) => (
          <Fragment key={n}>
            <p className="label">{t("agenda.itemN", { n: n + 1 })}</p>
            {pair(`item.${n}.title`, "item")}
            {pair(`item.${n}.note`, "note", true)}
          </Fragment>
        ))}
      </fieldset>
      <Select
        name="tlp"
        label={t("agenda.tlp")}
        hint={t("agenda.tlpHint")}
        defaultValue={typed ? typed.tlp : (agenda?.tlp ?? "AMBER+STRICT")}
        options={roundtableTlps.map((label) => ({ value: label, name: `TLP:${label}` }))}
      />
      {pair("community", "community")}
      <Select
        name="retentionDays"
        label={kept("retention.label")}
        hint={kept("retention.hint")}
        defaultValue={typed?.retentionDays ?? String(agenda?.retentionDays ?? usualRetention)}
        options={retentions(agenda?.retentionDays).map((days) => ({
          value: String(days),
          name: isOffered(days) ? kept(`retention.${days}`) : kept("retention.days", { count: days }),
        }))}
      />
      <Checkbox
        name="chathamHouse"
        value="1"
        label={t("agenda.chathamHouse")}
        hint={t("agenda.chathamHouseHint")}
        defaultChecked={typed ? typed.chathamHouse === "1" : (agenda?.chathamHouse ?? true)}
      />
      <Choices
        kind="several"
        column
        name="modes"
        label={t("modes.label")}
        hint={t("modes.hint")}
        error={refusal?.reason === "modes_missing" ? sentence(refusal.reason) : undefined}
        chosen={typed ? (typed.modes?.split(" ") ?? []) : rules.modes}
        choices={attributions.map((mode) => ({
          value: mode,
          name: t(`modes.${mode}`),
          hint: t(`modes.means.${mode}`),
        }))}
      />
      <Choices
        kind="one"
        column
        name="presence"
        label={t("presence.label")}
        chosen={[typed?.presence ?? rules.presence]}
        choices={presenceRules.map((rule) => ({ value: rule, name: t(`presence.${rule}`) }))}
      />
    </CheckedOnce>
  );
}
