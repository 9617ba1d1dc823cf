import { useTranslation } from "react-i18next";
import { type AdvisoryContent, processFailures } from "~/domain/advisories/advisory.form";
import { Checkbox } from "~/ui/field/checkbox";
import { AddButton } from "./add-button";
import { useDesk } from "./desk-context";
import { deskForm, Unticked } from "./desk-form";
import { addTo, removeFrom } from "./edits";
import { ItemTools } from "./item-tools";
import { Part } from "./part";
import { PiecePair } from "./piece-pair";
import { Line } from "./value-fields";

type Lesson = NonNullable<AdvisoryContent["lesson"]>;

export function LessonPart({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const { keeper, editable } = useDesk();
  const last = lesson.failures.at(-1)?.code ?? null;
  return (
    <Part id="part-lesson" name={t("parts.lesson")}>
      <Institutions institutions={lesson.institutions} />
      <div className="value-grid">
        <Line path="lesson/orderNumber" label={t("lesson.orderNumber")} value={lesson.orderNumber} />
        <Line
          path="lesson/period/from"
          label={t("lesson.from")}
          hint={t("lesson.dateHint")}
          value={lesson.period.from}
        />
        <Line
          path="lesson/period/to"
          label={t("lesson.to")}
          hint={t("lesson.dateHint")}
          value={lesson.period.to}
        />
        <Line
          path="lesson/amount"
          label={t("lesson.amount")}
          hint={t("lesson.amountHint")}
          value={lesson.amount}
          inputMode="decimal"
        />
        <Line
          path="lesson/currency"
          label={t("lesson.currency")}
          hint={t("lesson.currencyHint")}
          value={lesson.currency}
        />
      </div>
      <Scale scale={lesson.scale} />
      <fieldset className="choices" data-column id="lesson/failures">
        <legend>{t("lesson.failures")}</legend>
        <Unticked name="lesson/failures" />
        {processFailures.map((code) => {
          const failure = lesson.failures.find((one) => one.code === code);
          return (
            <div key={code} className="text-item">
              <Checkbox
                name="lesson/failures"
                value={code}
                form={deskForm}
                label={term(`failure.${code}`)}
                checked={failure !== undefined}
                disabled={!editable}
                onChange={(event) =>
                  event.currentTarget.checked
                    ? addTo(keeper, "lesson/failures", { code, note: { es: "", en: "" } }, last)
                    : removeFrom(keeper, `lesson/failures/${code}`)
                }
              />
              {failure && (
                <PiecePair
                  path={`lesson/failures/${code}/note`}
                  name={`${term(`failure.${code}`)} · ${t("field.failureNote")}`}
                  text={failure.note}
                />
              )}
            </div>
          );
        })}
      </fieldset>
    </Part>
  );
}

function Institutions({ institutions }: Pick<Lesson, "institutions">) {
  const { t } = useTranslation("desk");
  const list = "lesson/institutions";
  return (
    <fieldset className="value-list" aria-label={t("lesson.institutions")} id={list}>
      <h3>{t("lesson.institutions")}</h3>
      <ul>
        {institutions.map((one, i) => {
          const name = t("items.nth", { name: t("lesson.institution"), n: i + 1 });
          return (
            <li key={one.id}>
              <Line path={`${list}/${one.id}/name`} label={`${name}: ${t("lesson.name")}`} value={one.name} />
              <Line path={`${list}/${one.id}/lei`} label={`${name}: LEI`} value={one.lei} />
              <Line path={`${list}/${one.id}/bic`} label={`${name}: BIC`} value={one.bic} />
              <ItemTools list={list} items={institutions} at={i} name={name} />
            </li>
          );
        })}
      </ul>
      <AddButton
        size="small"
        list={list}
        items={institutions}
        item={{ name: "", lei: "", bic: "" }}
        first="name"
      >
        {t("lesson.addInstitution")}
      </AddButton>
    </fieldset>
  );
}

function Scale({ scale }: Pick<Lesson, "scale">) {
  const { t } = useTranslation("desk");
  const list = "lesson/scale";
  return (
    <fieldset className="text-items" aria-label={t("field.scale")} id={list}>
      {scale.map((row, i) => {
        const name = t("items.nth", { name: t("field.scale"), n: i + 1 });
        return (
          <div key={row.id} className="text-item">
            <PiecePair path={`${list}/${row.id}/label`} name={name} text={row.label} required />
            <Line
              path={`${list}/${row.id}/value`}
              label={`${name}: ${t("lesson.value")}`}
              value={row.value}
            />
            <ItemTools list={list} items={scale} at={i} name={name} />
          </div>
        );
      })}
      <AddButton
        size="small"
        list={list}
        items={scale}
        item={{ label: { es: "", en: "" }, value: "" }}
        first="label"
      >
        {t("lesson.addFigure")}
      </AddButton>
    </fieldset>
  );
}
