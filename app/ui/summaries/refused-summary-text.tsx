import { Form, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { Button } from "~/ui/action/button";
import { SummaryTexts } from "./summary-texts";

const carried = ["revision", "tlp", "period", "issuers", "jurisdictions", "sectors", "organisations"];

/** A summary that was not kept, without scripts: its words again, to be mended, and the rest as it was chosen. */
export function RefusedSummaryText() {
  const { t } = useTranslation("summaries");
  const language = useLanguage();
  const { id = "" } = useParams();
  return (
    <RefusedAct<TypedSession> back={paths.roundtableSummary(language, id)} backTo={t("own.title")}>
      {(typed, refusal) => (
        <Form
          method="post"
          action={paths.roundtableSummaryAct(language, id, "text")}
          className="form roundtable"
        >
          {carried.map((name) => (
            <input key={name} type="hidden" name={name} value={typed[name] ?? ""} />
          ))}
          <SummaryTexts words={null} typed={typed} refusal={refusal} />
          <Button type="submit" weight="first">
            {t("own.write.act")}
          </Button>
        </Form>
      )}
    </RefusedAct>
  );
}
