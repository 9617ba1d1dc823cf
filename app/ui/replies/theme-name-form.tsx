import { useTranslation } from "react-i18next";
import { languages, type Text } from "~/domain/advisories/advisory.form";
import type { Refusal } from "~/http/outcomes";
import { localeOf } from "~/i18n/language";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextField } from "~/ui/screening/screened-text-field";

type Props = {
  action: string;
  act: string;
  name?: Text | undefined;
  clears?: boolean;
  /** Of the same form sent without scripts. */
  refused?: Refusal;
};

/** What a theme is called, in both languages. */
export function ThemeNameForm({ action, act, name, clears = false, refused }: Props) {
  const { t } = useTranslation("replies");
  return (
    <ActForm action={action} label={act} clears={clears}>
      {(busy, refusal = refused) => (
        <>
          {languages.map((one) => (
            <ScreenedTextField
              key={one}
              name={one}
              lang={localeOf(one)}
              label={t(`themes.name.${one}`)}
              defaultValue={name?.[one] ?? ""}
              found={foundAt(refusal, one)}
              maxLength={200}
              autoComplete="off"
              required
            />
          ))}
          <Button type="submit" busy={busy}>
            {act}
          </Button>
        </>
      )}
    </ActForm>
  );
}
