import { useTranslation } from "react-i18next";
import { adoptionStates } from "~/domain/adoption/adoption";
import type { Board } from "~/domain/adoption/boards.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Checkbox } from "~/ui/field/checkbox";
import { Select } from "~/ui/field/select";
import { TextField } from "~/ui/field/text-field";

type Props = {
  id: string;
  number: string;
  version: number;
  listed: string[];
  /** Whether any of those listed is new or changed. */
  marked: boolean;
  owners: Board["owners"];
  back: string;
};

/** The same for all that are ticked, or for all that are listed; it can be undone. */
export function BulkBar({ id, number, version, listed, marked, owners, back }: Props) {
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  const asItIs = t("bulk.asItIs");
  return (
    <section className="bulk" aria-labelledby="bulk-name">
      <h2 id="bulk-name">{t("bulk.title")}</h2>
      <ActForm
        action={paths.boardChanges(language, number)}
        className="bulk-form"
        formId={id}
        clears
        done={null}
        made="board-changed"
      >
        {(busy) => (
          <>
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="back" value={back} />
            {listed.map((publicId) => (
              <input key={publicId} type="hidden" name="listed[]" value={publicId} />
            ))}
            <div className="bulk-fields">
              <Select
                name="state"
                label={t("field.state")}
                none={asItIs}
                options={adoptionStates.map((value) => ({ value, name: t(`state.${value}`) }))}
              />
              <Select
                name="ownerId"
                label={t("field.owner")}
                none={asItIs}
                options={[
                  { value: "none", name: t("nobody") },
                  ...owners.map((one) => ({ value: one.id, name: one.name })),
                ]}
              />
              <TextField type="date" name="dueOn" label={t("field.dueOn")} />
            </div>
            <div className="bulk-choices">
              <Checkbox name="noDue" value="1" label={t("bulk.noDue")} />
              {marked && <Checkbox name="reviewed" value="1" label={t("form.reviewed", { n: version })} />}
              <Checkbox name="all" value="1" label={t("bulk.all", { count: listed.length })} />
            </div>
            <p>
              <Button type="submit" weight="first" busy={busy}>
                {t("bulk.go")}
              </Button>
            </p>
          </>
        )}
      </ActForm>
    </section>
  );
}
