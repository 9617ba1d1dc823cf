import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isOfReason } from "~/domain/vetting/vetting";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { ReasonForm } from "./reason-form";

/** The page of a refused decision without scripts. */
export function RefusedDecision({ act }: { act: "approval" | "refusal" }) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const { id = "" } = useParams();
  const name = t(act === "approval" ? "one.approve" : "one.refuse");
  return (
    <RefusedAct<{ reason: string; applicationId: string }>
      back={paths.organisation(language, id)}
      backTo={t("one.backToOne")}
      saidAtField={isOfReason}
    >
      {({ reason, applicationId }, refusal) => (
        <ReasonForm
          action={paths.organisationAct(language, id, act)}
          label={name}
          button={name}
          hidden={{ applicationId }}
          typed={{ reason }}
          refusal={refusal}
        />
      )}
    </RefusedAct>
  );
}
