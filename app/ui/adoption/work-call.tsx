import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";

/** How an institution stands to an advisory that its people read. */
export type Adoption = { begun: boolean; received: number; decided: number; total: number; mayWork: boolean };

/** On the advisory's own page: the way to the institution's work on it. */
export function WorkCall({
  number,
  version,
  adoption,
}: {
  number: string;
  version: number;
  adoption: Adoption;
}) {
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  const { begun, received, decided, total, mayWork } = adoption;
  if (!begun && !mayWork) return null;
  return (
    <section className="work-call no-print" aria-labelledby="work-call">
      <h2 className="label" id="work-call">
        {t("call.title")}
      </h2>
      {begun ? (
        <p>
          <Link to={paths.board(language, number)}>{t("call.open")}</Link>{" "}
          <span className="quiet">
            {total > 0 && t("progress.decided", { decided, count: total })}
            {received < version && ` ${t("list.newVersion", { n: version })}`}
          </span>
        </p>
      ) : (
        <>
          <p className="quiet">{t("call.lead")}</p>
          <ActForm action={paths.boardAcknowledgement(language, number)}>
            {(busy) => (
              <Button type="submit" weight="first" busy={busy}>
                {t("call.begin")}
              </Button>
            )}
          </ActForm>
        </>
      )}
    </section>
  );
}
