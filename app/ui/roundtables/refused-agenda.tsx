import { Form, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { Button } from "~/ui/action/button";
import { AgendaFields, agendaRefusals } from "./agenda-fields";

/** An agenda that was not kept, without scripts: all of it again, to be mended. */
export function RefusedAgenda() {
  const { t } = useTranslation("roundtables");
  const language = useLanguage();
  const { id = "" } = useParams();
  return (
    <RefusedAct<TypedSession>
      back={paths.roundtable(language, id)}
      backTo={t("back")}
      saidAtField={(reason) => agendaRefusals.includes(reason)}
    >
      {(typed, refusal) => (
        <Form method="post" action={paths.roundtableAct(language, id, "agenda")} className="form">
          <input type="hidden" name="revision" value={typed.revision} />
          <AgendaFields agenda={null} typed={typed} refusal={refusal} />
          <Button type="submit" weight="first">
            {t("agenda.save")}
          </Button>
        </Form>
      )}
    </RefusedAct>
  );
}
