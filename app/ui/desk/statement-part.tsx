import { useTranslation } from "react-i18next";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { Part } from "./part";
import { PiecePair } from "./piece-pair";
import { Line, OneOf } from "./value-fields";

export function StatementPart({ statement }: { statement: NonNullable<AdvisoryContent["statement"]> }) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  return (
    <Part id="part-statement" name={t("parts.statement")}>
      <div className="value-grid">
        <Line path="statement/speaker" label={t("statement.speaker")} value={statement.speaker} />
        <Line
          path="statement/heldOn"
          label={t("statement.heldOn")}
          hint={t("lesson.dateHint")}
          value={statement.heldOn}
        />
        <OneOf
          path="statement/form"
          label={t("statement.form")}
          value={statement.form}
          options={(["speech", "dialogue", "consultation"] as const).map((form) => ({
            value: form,
            name: term(`statementForm.${form}`),
          }))}
        />
      </div>
      <PiecePair path="statement/capacity" name={t("field.capacity")} text={statement.capacity} />
      <PiecePair path="statement/venue" name={t("field.venue")} text={statement.venue} />
    </Part>
  );
}
