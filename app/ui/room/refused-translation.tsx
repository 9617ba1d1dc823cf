import { Form, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { Button } from "~/ui/action/button";
import { TranslationField, translationRefusals } from "./translate-form";

/** A translation that was not kept, without scripts: its words again, to be mended. */
export function RefusedTranslation() {
  const { t } = useTranslation("room");
  const language = useLanguage();
  const { id = "", which = "" } = useParams();
  return (
    <RefusedAct<TypedSession>
      back={paths.room(language, id)}
      backTo={t("refused.back")}
      saidAtField={(reason) => translationRefusals.includes(reason)}
    >
      {(typed, refusal) => (
        <Form
          reloadDocument
          method="post"
          action={paths.roomTaking(language, id, "contributions", which, "translation")}
          className="form"
        >
          <input type="hidden" name="item" value={typed.item} />
          <input type="hidden" name="from" value={typed.from} />
          <TranslationField refusal={refusal} from={typed.from === "en" ? "en" : "es"} typed={typed.text} />
          <Button type="submit" weight="first">
            {t("translation.act")}
          </Button>
        </Form>
      )}
    </RefusedAct>
  );
}
