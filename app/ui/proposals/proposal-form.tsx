import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import { proposalKinds } from "~/domain/proposals/proposal";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { CheckedOnce } from "~/ui/screening/checked-once";
import { ScreenedPair } from "~/ui/screening/screened-pair";

type Props = {
  action: string;
  arrivesOn: string;
  concernable: { value: string; name: Text }[];
};

/** The same form in a room and at the desk. */
export function ProposalForm({ action, arrivesOn, concernable }: Props) {
  const { t } = useTranslation("proposals");
  const language = useLanguage();
  // Without scripts the page comes again with what was typed.
  const came = useActionData<{ refusal?: Refusal; typed?: TypedSession }>();
  const typed = came?.typed;
  const given = (_: string, field: string) => typed?.[field];
  return (
    <section aria-labelledby="propose">
      <h2 id="propose">{t("write.heading")}</h2>
      <p>{t("write.lead", { day: formatDay(language, arrivesOn) })}</p>
      <ActForm action={action} label={t("write.heading")} className="form" clears>
        {(busy, refusal = came?.refusal) => (
          <CheckedOnce>
            <Choices
              kind="one"
              name="kind"
              label={t("write.kind")}
              chosen={[typed?.kind ?? "red-flag"]}
              choices={proposalKinds.map((one) => ({ value: one, name: t(`kind.${one}`) }))}
            />
            <ScreenedPair
              name="name"
              label={(one) => t(`write.name.${one}`)}
              value={given}
              hint={t("write.nameHint")}
              maxLength={500}
              refusal={refusal}
            />
            <ScreenedPair
              name="words"
              label={(one) => t(`write.words.${one}`)}
              value={given}
              rows={3}
              maxLength={4000}
              refusal={refusal}
              required
            />
            <ScreenedPair
              name="why"
              label={(one) => t(`write.reason.${one}`)}
              value={given}
              rows={2}
              maxLength={4000}
              refusal={refusal}
            />
            <Select
              name="concerns"
              label={t("write.concerns")}
              none={t("write.concernsNone")}
              defaultValue={typed?.concerns}
              options={concernable.map(({ value, name }) => ({
                value,
                name: name[language] || name.es || name.en,
              }))}
            />
            <Button type="submit" weight="first" busy={busy}>
              {t("write.act")}
            </Button>
          </CheckedOnce>
        )}
      </ActForm>
    </section>
  );
}
