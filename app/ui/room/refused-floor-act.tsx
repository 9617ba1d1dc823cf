import { useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";

type Props = {
  saidAtField?: (reason: string) => boolean;
  /** The form again, with what was typed. */
  children?: (typed: TypedSession, refusal: Refusal) => ReactNode;
};

/** The page of an act on the floor that was refused, without scripts. */
export function RefusedFloorAct({ saidAtField, children }: Props) {
  const { t } = useTranslation("floor");
  const { id = "" } = useParams();
  return (
    <RefusedAct<TypedSession>
      back={paths.roomFloor(useLanguage(), id)}
      backTo={t("back")}
      saidAtField={saidAtField}
    >
      {children}
    </RefusedAct>
  );
}
