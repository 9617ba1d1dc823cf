import { useTranslation } from "react-i18next";
import { isOfReason, leastReason, type MeasureKind, mostReason } from "~/domain/vetting/vetting";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Checkbox } from "~/ui/field/checkbox";
import { Choices } from "~/ui/field/choices";
import { TextArea } from "~/ui/field/text-area";

export type TypedMeasure = { kind: string; emergency: boolean; reason: string };
type Props = {
  organisationId: string;
  kinds: MeasureKind[];
  typed?: TypedMeasure;
  refusal?: Refusal | undefined;
};

const fieldOf = (reason: string) =>
  isOfReason(reason) ? "reason" : reason === "choice_unknown" ? "kind" : undefined;

/** Whether a refusal is about a field of the form, which says it. */
export const isOfMeasure = (reason: string) => fieldOf(reason) !== undefined;

/** The first of two words on suspending, revoking or reinstating. */
export function MeasureForm({ organisationId, kinds, typed, refusal: earlier }: Props) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const sentence = useRefusal();
  return (
    <ActForm
      action={paths.organisationAct(language, organisationId, "measures")}
      label={t("one.measures")}
      done={t("one.proposed")}
      made="open-measure"
      noticeUnless={({ reason }) => isOfMeasure(reason)}
    >
      {(busy, answered) => {
        const refusal = answered ?? earlier;
        const wrong = refusal && {
          field: fieldOf(refusal.reason),
          words: sentence(refusal.reason, refusal.facts),
        };
        return (
          <>
            <Choices
              kind="one"
              name="kind"
              label={t("one.measureKind")}
              column
              choices={kinds.map((value) => ({
                value,
                name: t(`measure.${value}`),
                hint: t(`one.${value}Hint`),
              }))}
              chosen={typed ? [typed.kind] : kinds.length === 1 ? kinds : []}
              error={wrong?.field === "kind" && wrong.words}
            />
            {kinds.some((kind) => kind !== "reinstatement") && (
              <Checkbox
                name="emergency"
                label={t("one.emergencyChoice")}
                hint={t("one.emergencyHint")}
                defaultChecked={typed?.emergency}
              />
            )}
            <TextArea
              name="reason"
              label={t("one.reason")}
              hint={t("one.reasonHint", { least: leastReason })}
              defaultValue={typed?.reason}
              error={wrong?.field === "reason" && wrong.words}
              maxLength={mostReason}
              required
            />
            <Button type="submit" weight="danger" busy={busy}>
              {t("one.propose")}
            </Button>
          </>
        );
      }}
    </ActForm>
  );
}
