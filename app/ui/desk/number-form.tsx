import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { TextField } from "~/ui/field/text-field";
import { useDesk } from "./desk-context";
import { Part } from "./part";

/** Another number for a draft that was never published. */
export function NumberForm() {
  const { t } = useTranslation("desk");
  const { number, draftId } = useDesk();
  const language = useLanguage();
  const sentence = useRefusal();
  return (
    <Part id="part-number" name={t("parts.number")} lead={<p>{t("number.lead")}</p>}>
      <ActForm action={paths.draftPart(language, draftId, "number")} label={t("parts.number")}>
        {(busy, refusal) => (
          <>
            <TextField
              id="number"
              name="number"
              label={t("number.label")}
              defaultValue={number}
              required
              error={refusal && sentence(refusal.reason, refusal.facts)}
            />
            <Button type="submit" size="small" busy={busy}>
              {t("number.change")}
            </Button>
          </>
        )}
      </ActForm>
    </Part>
  );
}
