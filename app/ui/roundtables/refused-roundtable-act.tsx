import { useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { MendedForm } from "~/ui/act/mended-form";
import { ReasonPair, saidAtReason } from "~/ui/act/reason-pair";
import { RefusedAct } from "~/ui/act/refused-act";
import { TextArea } from "~/ui/field/text-area";
import { saidAtTime, TimeFields } from "./time-fields";

type Props = {
  saidAtField?: (reason: string) => boolean;
  /** The form again, with what was typed. */
  children?: (typed: TypedSession, refusal: Refusal) => ReactNode;
};

/** The page of an act in a session that was refused, without scripts. */
export function RefusedRoundtableAct({ saidAtField, children }: Props) {
  const { t } = useTranslation("roundtables");
  const { id = "" } = useParams();
  return (
    <RefusedAct<TypedSession>
      back={paths.roundtable(useLanguage(), id)}
      backTo={t("back")}
      saidAtField={saidAtField}
    >
      {children}
    </RefusedAct>
  );
}

export function RefusedClearance() {
  const { t } = useTranslation("roundtables");
  return (
    <RefusedRoundtableAct>
      {(typed) => {
        const act = t(typed.kind === "competition" ? "clearance.give.competition" : "clearance.give.legal");
        return (
          <MendedForm typed={typed} carried={["kind", "revision"]} act={act}>
            <TextArea name="note" label={t("clearance.note")} rows={2} defaultValue={typed.note} />
          </MendedForm>
        );
      }}
    </RefusedRoundtableAct>
  );
}

export function RefusedCancellation() {
  const { t } = useTranslation("roundtables");
  return (
    <RefusedRoundtableAct saidAtField={saidAtReason}>
      {(typed, refusal) => (
        <MendedForm typed={typed} act={t("cancellation.act")} weight="danger">
          <ReasonPair label={(one) => t(`cancellation.reason.${one}`)} typed={typed} refusal={refusal} />
        </MendedForm>
      )}
    </RefusedRoundtableAct>
  );
}

export function RefusedTime() {
  const { t } = useTranslation("roundtables");
  return (
    <RefusedRoundtableAct saidAtField={saidAtTime}>
      {(typed, refusal) => (
        <MendedForm typed={typed} carried={["sequence"]} act={t("time.act")}>
          <TimeFields times={{ zone: typed.zone ?? "UTC" }} place={null} typed={typed} refusal={refusal} />
        </MendedForm>
      )}
    </RefusedRoundtableAct>
  );
}
