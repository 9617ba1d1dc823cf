import { useTranslation } from "react-i18next";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { TextField } from "~/ui/field/text-field";
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
      row={(corridor, change, id) => (
        <>
          <TextField
            id={`${id}-from`}
            label={t("corridors.from")}
            value={corridor.from}
            onChange={(event) => change({ ...corridor, from: event.currentTarget.value })}
          />
          <TextField
            id={`${id}-to`}
            label={t("corridors.to")}
            value={corridor.to}
            onChange={(event) => change({ ...corridor, to: event.currentTarget.value })}
          />
        </>
      )}
    />
  );
}
