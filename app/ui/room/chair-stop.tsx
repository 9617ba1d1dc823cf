import { Form, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { stopReasons } from "~/domain/floor/floor";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { isReasonRefusal, ReasonFields } from "./reason-fields";
import { RefusedFloorAct } from "./refused-floor-act";

type Fields = { item: number | string; typed?: TypedSession; refusal: Refusal | undefined };

function StopFields({ item, typed, refusal }: Fields) {
  const { t } = useTranslation("floor");
  return (
    <>
      <input type="hidden" name="item" value={item} />
      <p className="hint">{t("chair.stop.means")}</p>
      <ReasonFields
        label={t("chair.stop.reason")}
        note={t("chair.stop.note")}
        reasons={stopReasons.map((reason) => ({ value: reason, name: t(`reason.${reason}`) }))}
        typed={typed}
        refusal={refusal}
      />
    </>
  );
}

/** Stops the talk on an item, with a reason that everyone at the table sees. */
export function ChairStop({ roundtableId, item }: { roundtableId: string; item: number }) {
  const { t } = useTranslation("floor");
  return (
    <details className="floor-more">
      <summary>{t("chair.stop.summary")}</summary>
      <ActForm
        action={paths.roomAct(useLanguage(), roundtableId, "stops")}
        label={t("chair.stop.act")}
        noticeUnless={({ reason }) => isReasonRefusal(reason)}
      >
        {(busy, refusal) => (
          <>
            <StopFields item={item} refusal={refusal} />
            <Button type="submit" weight="danger" busy={busy}>
              {t("chair.stop.act")}
            </Button>
          </>
        )}
      </ActForm>
    </details>
  );
}

/** A stop that was refused, without scripts: all of it again, to be mended. */
export function RefusedStop() {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  const { id = "" } = useParams();
  return (
    <RefusedFloorAct saidAtField={isReasonRefusal}>
      {(typed, refusal) => (
        <Form reloadDocument method="post" action={paths.roomAct(language, id, "stops")} className="form">
          <StopFields item={typed.item ?? ""} typed={typed} refusal={refusal} />
          <Button type="submit" weight="danger">
            {t("chair.stop.act")}
          </Button>
        </Form>
      )}
    </RefusedFloorAct>
  );
}
