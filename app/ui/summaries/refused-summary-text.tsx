import { useLoaderData, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Signing } from "~/http/refused-room.server";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { MendedForm } from "~/ui/act/mended-form";
import { RefusedAct } from "~/ui/act/refused-act";
import { SummaryFields, saidAtSummary } from "./summary-form";

/** A summary that was not kept, without scripts: all of it again, to be mended. */
export function RefusedSummaryText() {
  const { t } = useTranslation("summaries");
  const { id = "" } = useParams();
  const signing = useLoaderData<Signing>();
  return (
    <RefusedAct<TypedSession>
      back={paths.roundtableSummary(useLanguage(), id)}
      backTo={t("own.title")}
      saidAtField={saidAtSummary}
    >
      {(typed, refusal) =>
        signing && (
          <MendedForm typed={typed} carried={["revision"]} act={t("own.write.act")}>
            <SummaryFields {...signing} given={null} typed={typed} refusal={refusal} />
          </MendedForm>
        )
      }
    </RefusedAct>
  );
}
