import { Link, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";

/** The page of a refused change without scripts: why, and the way back. */
export function RefusedChange() {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  return (
    <article className="narrow-page">
      <h1>{t("own.title")}</h1>
      <RefusalNotice refusal={useActionData<{ refusal?: Refusal }>()?.refusal} />
      <p>
        <Link to={paths.mySignIn(language)}>{t("own.back")}</Link>
      </p>
    </article>
  );
}
