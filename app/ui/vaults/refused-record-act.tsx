import { useLocation, useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { MendedForm } from "~/ui/act/mended-form";
import { RefusedAct } from "~/ui/act/refused-act";
import { HoldReason, saidAtHold } from "./hold-section";

type Props = {
  saidAtField?: (reason: string) => boolean;
  /** The form again, with what was typed. */
  children?: (typed: TypedSession, refusal: Refusal) => ReactNode;
};

/** The page of an act on a session's record that was refused, without scripts. */
export function RefusedRecordAct({ saidAtField, children }: Props) {
  const { t } = useTranslation("vaults");
  const { id = "" } = useParams();
  return (
    <RefusedAct<TypedSession>
      back={paths.roundtableRecord(useLanguage(), id)}
      backTo={t("title")}
      saidAtField={saidAtField}
    >
      {children}
    </RefusedAct>
  );
}

/** Of a legal hold or of its end. */
export function RefusedHold() {
  const { t } = useTranslation("vaults");
  const { id = "" } = useParams();
  const { pathname } = useLocation();
  const step = pathname === paths.roundtableAct(useLanguage(), id, "lifting") ? "lift" : "place";
  return (
    <RefusedRecordAct saidAtField={saidAtHold}>
      {(typed, refusal) => (
        <MendedForm typed={typed} act={t(`hold.give.${step}`)}>
          <HoldReason typed={typed} refusal={refusal} />
        </MendedForm>
      )}
    </RefusedRecordAct>
  );
}
