import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { SettlementFields, saidAtSettlement } from "./commitment-table";

/** The page of a settlement that was refused, without scripts: the note again, to be mended. */
export function RefusedCommitmentAct() {
  const { t } = useTranslation("commitments");
  const { pathname } = useLocation();
  return (
    <RefusedAct<TypedSession>
      back={paths.commitments(useLanguage())}
      backTo={t("back")}
      saidAtField={saidAtSettlement}
    >
      {(typed, refusal) => (
        <form method="post" action={pathname} className="act roundtable">
          <SettlementFields busy={false} typed={typed} refusal={refusal} />
        </form>
      )}
    </RefusedAct>
  );
}
