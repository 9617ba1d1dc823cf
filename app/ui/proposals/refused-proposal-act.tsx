import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { MendedForm } from "~/ui/act/mended-form";
import { ReasonPair, saidAtReason } from "~/ui/act/reason-pair";
import { RefusedAct } from "~/ui/act/refused-act";
import { CodeField, saidAtCode } from "./desk-proposals-page";

type Props = {
  saidAtField: (reason: string) => boolean;
  /** The form again, with what was typed. */
  children: (typed: TypedSession, refusal: Refusal) => ReactNode;
};

/** The page of an act on a proposal that was refused, without scripts. */
function RefusedProposalAct({ saidAtField, children }: Props) {
  const { t } = useTranslation("proposals");
  return (
    <RefusedAct<TypedSession>
      back={paths.deskProposals(useLanguage())}
      backTo={t("back")}
      saidAtField={saidAtField}
    >
      {children}
    </RefusedAct>
  );
}

export function RefusedDeclining() {
  const { t } = useTranslation("proposals");
  return (
    <RefusedProposalAct saidAtField={saidAtReason}>
      {(typed, refusal) => (
        <MendedForm typed={typed} act={t("decline.act")}>
          <ReasonPair label={(one) => t(`decline.reason.${one}`)} typed={typed} refusal={refusal} />
        </MendedForm>
      )}
    </RefusedProposalAct>
  );
}

/** A code that cannot be one is there again; a draft was only chosen. */
export function RefusedTakingUp() {
  const { t } = useTranslation("proposals");
  return (
    <RefusedProposalAct saidAtField={saidAtCode}>
      {(typed, refusal) =>
        saidAtCode(refusal.reason) && (
          <MendedForm typed={typed} act={t("takeUp.typology")}>
            <CodeField typed={typed} refusal={refusal} />
          </MendedForm>
        )
      }
    </RefusedProposalAct>
  );
}
