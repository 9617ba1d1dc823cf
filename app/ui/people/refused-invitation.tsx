import { Link, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";

/** Without scripts: why nothing was done, and the way back. */
export function RefusedInvitation() {
  const { t } = useTranslation("people");
  const language = useLanguage();
  return (
    <article className="narrow-page">
      <h1>{t("invitations")}</h1>
      <RefusalNotice refusal={useActionData<{ refusal?: Refusal }>()?.refusal} />
      <p>
        <Link to={paths.people(language)}>{t("back")}</Link>
      </p>
    </article>
  );
}
