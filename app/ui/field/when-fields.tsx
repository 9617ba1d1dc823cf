import { useTranslation } from "react-i18next";
import { embargoZones } from "~/domain/drafts/embargo";
import { Select } from "./select";
import { TextField } from "./text-field";

type Props = {
  labels: { date: string; time: string; zone: string };
  /** On the clock of its zone. */
  when: { date?: string | undefined; time?: string | undefined; zone: string };
  error?: string | undefined;
  required?: boolean;
};

/** An instant as a date, a time and whose clock they are read on: fields `date`, `time` and `zone`. */
export function WhenFields({ labels, when, error, required }: Props) {
  const { t } = useTranslation("terms");
  const known: { value: string; name: string }[] = embargoZones.map((zone) => ({
    value: zone,
    name: t(`zone.${zone}`),
  }));
  const own = { value: when.zone, name: when.zone.replace(/_/g, " ") };
  return (
    <div className="desk-when">
      <TextField
        name="date"
        type="date"
        label={labels.date}
        defaultValue={when.date}
        error={error}
        required={required}
      />
      <TextField name="time" type="time" label={labels.time} defaultValue={when.time} required={required} />
      <Select
        name="zone"
        label={labels.zone}
        defaultValue={when.zone}
        options={known.some(({ value }) => value === when.zone) ? known : [own, ...known]}
      />
    </div>
  );
}
