import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import type { Contribution } from "./room";

type Props = { roundtableId: string; contribution: Contribution; who: string };

/** Has the machine say it in the other language, for everyone at the table; nobody is told who asked. */
export function MachineTranslation({ roundtableId, contribution: { id, item, language: from }, who }: Props) {
  const { t } = useTranslation("room");
  const language = useLanguage();
  return (
    <ActForm
      action={paths.roomTaking(language, roundtableId, "contributions", id, "machine-translation")}
      label={t("translation.machine.of", { who })}
      className="act machine-translation"
      made={paths.saidAnchor(id)}
    >
      {(busy) => (
        <>
          <input type="hidden" name="item" value={item} />
          <Button type="submit" weight="quiet" size="small" busy={busy}>
            {t(`translation.machine.${from === "es" ? "en" : "es"}`)}
          </Button>
        </>
      )}
    </ActForm>
  );
}
