import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languages, sectors, tlpLabels } from "~/domain/advisories/advisory.form";
import { roundModes } from "~/domain/rounds/round";
import type { Plan } from "~/domain/rounds/round.form";
import type { Refusal } from "~/http/outcomes";
import type { TypedPlan } from "~/http/rounds";
import { localeOf } from "~/i18n/language";
import { RefusalNotice, useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { WhenFields } from "~/ui/field/when-fields";
import { usePlaceName } from "~/ui/place/use-place-name";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import { ScreenedTextField } from "~/ui/screening/screened-text-field";
import { type KnownOrganisation, NamedOrganisations } from "./named-organisations";

export type SubjectChoice = { value: string; name: string };
type Props = {
  /** Null for a new one. */
  planned: {
    revision: number;
    plan: Plan;
    redFlags: { publicId: string; text: { es: string; en: string }; asked: boolean }[];
  } | null;
  subjects: SubjectChoice[];
  institutions: KnownOrganisation[];
  /** Who may be named to read the statistics: guilds and other authorities too. */
  readers: KnownOrganisation[];
  /** On the planner's own clock. */
  closing: { date: string; time: string; zone: string };
  answer: { refusal?: Refusal; typed?: TypedPlan | undefined } | undefined;
};

const suffix = { es: "Es", en: "En" } as const;
const fieldOf: Record<string, string> = {
  subject_unknown: "subject",
  closing_unreadable: "closing",
};

const subjectValue = (subject: Plan["subject"]) =>
  subject.kind === "typology" ? `typology:${subject.code}` : `advisory:${subject.version}:${subject.number}`;

/** What a round asks, whom, until when, and who will read the statistics. */
export function PlanForm({ planned, subjects, institutions, readers, closing, answer }: Props) {
  const { t, i18n } = useTranslation("rounds");
  const { t: term } = useTranslation("terms");
  const { country } = usePlaceName();
  const sentence = useRefusal();
  const busy = useNavigation().state !== "idle";
  const { refusal, typed } = answer ?? {};
  const plan = planned?.plan;
  const atField = refusal && fieldOf[refusal.reason];
  const wrong = (field: string) =>
    refusal && atField === field ? sentence(refusal.reason, refusal.facts) : undefined;
  const one = (name: string, stored: string) => (typed ? (typed[name]?.[0] ?? "") : stored);
  const all = (name: string, stored: readonly string[]) => (typed ? (typed[name] ?? []) : stored);
  const audience = (prefix: "invited" | "", stored: Plan["invited"] | undefined) => {
    const name = (part: string) => (prefix === "" ? part.toLowerCase() : `${prefix}${part}`);
    return (
      <>
        <Choices
          kind="several"
          name={name("Jurisdictions")}
          label={t("plan.jurisdictions")}
          chosen={all(name("Jurisdictions"), stored?.jurisdictions ?? [])}
          choices={["MX", "US"].map((value) => ({ value, name: country(value) }))}
        />
        <Choices
          kind="several"
          name={name("Sectors")}
          label={t("plan.sectors")}
          hint={t("plan.sectorsHint")}
          chosen={all(name("Sectors"), stored?.sectors ?? [])}
          choices={sectors.map((value) => ({ value, name: term(`sector.${value}`) }))}
        />
        <NamedOrganisations
          name={name("Organisations")}
          label={t(prefix === "" ? "plan.readersByName" : "plan.organisations")}
          hint={prefix === "" ? t("plan.readersByNameHint") : undefined}
          chosen={all(name("Organisations"), stored?.organisations ?? [])}
          known={prefix === "" ? readers : institutions}
        />
      </>
    );
  };
  return (
    <Form method="post" className="form round-plan">
      {!atField && <RefusalNotice refusal={refusal} />}
      {planned && <input type="hidden" name="revision" value={planned.revision} />}
      <fieldset className="round-part">
        <legend>{t("plan.what")}</legend>
        <Select
          name="subject"
          label={t("plan.subject")}
          hint={t("plan.subjectHint")}
          none={plan ? undefined : t("plan.chooseSubject")}
          defaultValue={one("subject", plan ? subjectValue(plan.subject) : "")}
          options={subjects}
          error={wrong("subject")}
          required
        />
        {languages.map((language) => (
          <ScreenedTextField
            key={language}
            name={`title${suffix[language]}`}
            found={foundAt(refusal, `title${suffix[language]}`)}
            lang={localeOf(language)}
            label={t(`plan.title.${language}`)}
            defaultValue={one(`title${suffix[language]}`, plan?.title[language] ?? "")}
            maxLength={500}
            autoComplete="off"
          />
        ))}
        {planned && (
          <>
            <input type="hidden" name="chosen" value="1" />
            <Choices
              kind="several"
              column
              name="redFlags"
              label={t("plan.redFlags", { count: planned.redFlags.length })}
              hint={t("plan.redFlagsHint")}
              chosen={all(
                "redFlags",
                planned.redFlags.filter(({ asked }) => asked).map(({ publicId }) => publicId),
              )}
              choices={planned.redFlags.map(({ publicId, text }) => ({
                value: publicId,
                name: i18n.language === "es-MX" ? text.es || text.en : text.en || text.es,
                hint: publicId,
              }))}
            />
          </>
        )}
      </fieldset>
      <fieldset className="round-part">
        <legend>{t("plan.how")}</legend>
        <Choices
          kind="one"
          column
          name="mode"
          label={t("plan.mode")}
          chosen={[one("mode", plan?.mode ?? "unattributed")]}
          choices={roundModes.map((value) => ({
            value,
            name: t(`mode.${value}`),
            hint: t(`plan.modeHint.${value}`),
          }))}
        />
        {languages.map((language) => (
          <ScreenedTextArea
            key={language}
            name={`readers${suffix[language]}`}
            found={foundAt(refusal, `readers${suffix[language]}`)}
            lang={localeOf(language)}
            label={t(`plan.readers.${language}`)}
            hint={t("plan.readersHint")}
            defaultValue={one(`readers${suffix[language]}`, plan?.readersStatement[language] ?? "")}
          />
        ))}
        <WhenFields
          labels={{ date: t("plan.closesOn"), time: t("plan.closesTime"), zone: t("plan.zone") }}
          when={{
            date: one("date", closing.date),
            time: one("time", closing.time),
            zone: one("zone", closing.zone),
          }}
          error={wrong("closing")}
        />
      </fieldset>
      <fieldset className="round-part">
        <legend>{t("plan.invited")}</legend>
        <p className="hint">{t("plan.invitedHint")}</p>
        {audience("invited", plan?.invited)}
      </fieldset>
      <fieldset className="round-part">
        <legend>{t("plan.readersOfRelease")}</legend>
        <p className="hint">{t("plan.readersOfReleaseHint")}</p>
        <Select
          name="tlp"
          label="TLP"
          defaultValue={one("tlp", plan?.tlp ?? "GREEN")}
          options={tlpLabels
            .filter((label) => label !== "RED")
            .map((label) => ({ value: label, name: `TLP:${label}` }))}
        />
        {audience("", plan?.audience)}
      </fieldset>
      <p className="toolbar">
        <Button type="submit" weight={planned ? "second" : "first"} busy={busy}>
          {t(planned ? "plan.save" : "plan.begin")}
        </Button>
      </p>
    </Form>
  );
}
