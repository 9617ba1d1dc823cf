import { useTranslation } from "react-i18next";
import type { choosableKinds } from "~/domain/notices/notice";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";

type Kind = (typeof choosableKinds)[number];

export function NoticeForm({ notices }: { notices: { kind: Kind; wanted: boolean }[] }) {
  const { t } = useTranslation("me");
  const language = useLanguage();
  return (
    <ActForm action={paths.myNotices(language)} className="form">
      {(busy) => (
        <>
          <Choices
            kind="several"
            name="wanted[]"
            label={t("notices")}
            quietLabel
            column
            chosen={notices.filter(({ wanted }) => wanted).map(({ kind }) => kind)}
            choices={notices.map(({ kind }) => ({ value: kind, name: t(`notice.${kind}`) }))}
          />
          <p>
            <Button type="submit" busy={busy}>
              {t("saveNotices")}
            </Button>
          </p>
        </>
      )}
    </ActForm>
  );
}
