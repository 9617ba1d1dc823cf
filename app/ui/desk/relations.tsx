import { useTranslation } from "react-i18next";
import { type AdvisoryContent, relationKinds } from "~/domain/advisories/advisory.form";
import { Checkbox } from "~/ui/field/checkbox";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";
import { deskForm, Unticked } from "./desk-form";
import { ValueList } from "./value-list";

export function Relations({ relations }: Pick<AdvisoryContent, "relations">) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  return (
    <ValueList
      path="relations"
      name={t("relations.name")}
      add={t("relations.add")}
      items={relations}
      fresh={(): AdvisoryContent["relations"][number] => ({ kind: "cites", number: "", inForce: true })}
      row={(relation, change, id, nameOf) => (
        <>
          <Select
            id={`${id}-kind`}
            name={nameOf("kind")}
            form={deskForm}
            label={t("relations.kind")}
            value={relation.kind}
            options={relationKinds.map((kind) => ({ value: kind, name: term(`relation.${kind}`) }))}
            onChange={(event) => {
              const kind = relationKinds.find((one) => one === event.currentTarget.value);
              if (kind) change({ ...relation, kind });
            }}
          />
          <TextField
            id={`${id}-number`}
            name={nameOf("number")}
            form={deskForm}
            label={t("relations.number")}
            value={relation.number}
            onChange={(event) => change({ ...relation, number: event.currentTarget.value })}
          />
          <Unticked name={nameOf("inForce")} />
          <Checkbox
            id={`${id}-force`}
            name={nameOf("inForce")}
            form={deskForm}
            label={t("relations.inForce")}
            checked={relation.inForce}
            onChange={(event) => change({ ...relation, inForce: event.currentTarget.checked })}
          />
        </>
      )}
    />
  );
}
