import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { type Place, readPlace, writePlace } from "~/i18n/place";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { usePlaceName } from "~/ui/place/use-place-name";
import { deskForm } from "./desk-form";
import { useCountries } from "./use-countries";
import { ValueList } from "./value-list";

export function Corridors({ corridors }: Pick<AdvisoryContent, "corridors">) {
  const { t } = useTranslation("desk");
  return (
    <ValueList
      path="corridors"
      name={t("corridors.name")}
      add={t("corridors.add")}
      items={corridors}
      fresh={() => ({ from: "", to: "" })}
      row={(corridor, change, id, nameOf) => (
        <div className="corridor">
          <End
            id={`${id}-from`}
            field={nameOf("from")}
            name={t("corridors.from")}
            written={corridor.from}
            onChange={(from) => change({ ...corridor, from })}
          />
          <End
            id={`${id}-to`}
            field={nameOf("to")}
            name={t("corridors.to")}
            written={corridor.to}
            onChange={(to) => change({ ...corridor, to })}
          />
        </div>
      )}
    />
  );
}

type EndProps = {
  id: string;
  field: string;
  name: string;
  written: string;
  onChange: (written: string) => void;
};

/** One end of a corridor: a country, and in it a place. */
function End({ id, field, name, written, onChange }: EndProps) {
  const { t } = useTranslation("desk");
  const { country } = usePlaceName();
  // What is being typed is not read as a place yet: "CA" may be on its way to "California".
  const [typed, setTyped] = useState<Place | null>(null);
  const place = typed ?? readPlace(written);
  const options = useCountries([place.country]);
  const write = (next: Place) => {
    setTyped(next);
    onChange(writePlace(next));
  };
  return (
    <>
      <Select
        id={`${id}-country`}
        name={`${field}.country`}
        form={deskForm}
        label={t("corridors.country", { end: name })}
        value={place.country}
        none={t("corridors.noCountry")}
        options={options.map((code) => ({ value: code, name: country(code) }))}
        onChange={(event) => {
          onChange(writePlace({ ...place, country: event.currentTarget.value }));
          setTyped(null);
        }}
      />
      <TextField
        id={`${id}-place`}
        name={`${field}.name`}
        form={deskForm}
        label={t("corridors.place", { end: name })}
        value={place.name}
        autoComplete="off"
        maxLength={70}
        onChange={(event) => write({ ...place, name: event.currentTarget.value })}
        onBlur={() => setTyped(null)}
      />
    </>
  );
}
