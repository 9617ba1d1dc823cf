import { Form, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { hidingReasons } from "~/domain/contributions/contribution";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { isReasonRefusal, ReasonFields } from "./reason-fields";
import { RefusedFloorAct } from "./refused-floor-act";

type Fields = { item: number | string; typed?: TypedSession; refusal: Refusal | undefined };

function HidingFields({ item, typed, refusal }: Fields) {
  const { t } = useTranslation("floor");
  const { t: said } = useTranslation("room");
  return (
    <>
      <input type="hidden" name="item" value={item} />
      <p className="hint">{t("chair.hide.means")}</p>
      <ReasonFields
        label={t("chair.hide.reason")}
        note={t("chair.hide.note")}
        reasons={hidingReasons.map((reason) => ({ value: reason, name: said(`hiding.${reason}`) }))}
        typed={typed}
        refusal={refusal}
      />
    </>
  );
}

type Props = { roundtableId: string; contributionId: string; item: number };

/** Takes a contribution out of sight, with the reason in its place. */
export function ChairHide({ roundtableId, contributionId, item }: Props) {
  const { t } = useTranslation("floor");
  return (
    <details className="floor-more">
      <summary>
        <span aria-hidden="true">{t("chair.hide.summary")}</span>
        <span className="visually-hidden">{t("chair.hide.of")}</span>
      </summary>
      <ActForm
        action={paths.roomTaking(useLanguage(), roundtableId, "contributions", contributionId, "hiding")}
        label={t("chair.hide.act")}
        noticeUnless={({ reason }) => isReasonRefusal(reason)}
      >
        {(busy, refusal) => (
          <>
            <HidingFields item={item} refusal={refusal} />
            <Button type="submit" weight="danger" busy={busy}>
              {t("chair.hide.act")}
            </Button>
          </>
        )}
      </ActForm>
    </details>
  );
}

/** A hiding that was refused, without scripts: all of it again, to be mended. */
export function RefusedHiding() {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  const { id = "", which = "" } = useParams();
  return (
    <RefusedFloorAct saidAtField={isReasonRefusal}>
      {(typed, refusal) => (
        <Form
          reloadDocument
          method="post"
          action={paths.roomTaking(language, id, "contributions", which, "hiding")}
          className="form"
        >
          <HidingFields item={typed.item ?? ""} typed={typed} refusal={refusal} />
          <Button type="submit" weight="danger">
            {t("chair.hide.act")}
          </Button>
        </Form>
      )}
    </RefusedFloorAct>
  );
}
