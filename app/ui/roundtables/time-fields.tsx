import { useTranslation } from "react-i18next";
import { embargoZones } from "~/domain/drafts/embargo";
import { type Place, placeForms, type Times } from "~/domain/roundtables/roundtable.form";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useRefusal } from "~/ui/act/refusal";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";

type Props = {
  times: Partial<Times> & { zone: string };
  place: Place | null;
  typed: TypedSession | undefined;
  refusal: Refusal | undefined;
};

/** Refusals that the fields of a time tell themselves. */
const timeRefusals = [
  "hour_skipped",
  "hour_repeated",
  "session_in_the_past",
  "session_ends_before_it_begins",
  "session_too_long",
  "session_time_unreadable",
  "time_zone_unknown",
];

const placeRefusals = ["link_unreadable", "place_missing"];

export const saidAtTime = (reason: string) => [...timeRefusals, ...placeRefusals].includes(reason);

/** When, on whose clock, and where. */
export function TimeFields({ times, place, typed, refusal }: Props) {
  const { t } = useTranslation("roundtables");
  const sentence = useRefusal();
  const zone = typed?.zone ?? times.zone;
  const wrong =
    refusal && timeRefusals.includes(refusal.reason) ? sentence(refusal.reason, refusal.facts) : undefined;
  const unread = refusal !== undefined && placeRefusals.includes(refusal.reason);
  return (
    <>
      <div className="desk-when">
        <TextField
          name="date"
          type="date"
          label={t("time.date")}
          defaultValue={typed?.date ?? times.date}
          error={wrong}
          required
        />
        <TextField
          name="from"
          type="time"
          label={t("time.from")}
          defaultValue={typed?.from ?? times.from}
          required
        />
        <TextField name="to" type="time" label={t("time.to")} defaultValue={typed?.to ?? times.to} required />
        <Select
          name="zone"
          label={t("time.zone")}
          defaultValue={zone}
          options={[...new Set([zone, ...embargoZones])].map((name) => ({
            value: name,
            name: name.replace(/_/g, " "),
          }))}
        />
      </div>
      <Choices
        kind="one"
        name="form"
        label={t("place.label")}
        chosen={[typed?.form ?? place?.form ?? "in-person"]}
        choices={placeForms.map((value) => ({ value, name: t(`place.${value}`) }))}
      />
      <TextField
        name="where"
        label={t("place.where")}
        hint={t("place.whereHint")}
        defaultValue={typed?.where ?? place?.where}
        error={unread ? sentence(refusal.reason) : undefined}
        maxLength={500}
        autoComplete="off"
      />
    </>
  );
}
