import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

/** The way to ask the issuers, about the whole or one red flag of it. */
export function AskLink({ number, redFlag }: { number: string; redFlag?: string }) {
  const { t } = useTranslation("questions");
  return (
    <p className="ask-link no-print">
      <Link to={paths.newQuestion(useLanguage(), number, redFlag)}>
        {redFlag ? t("ask.linkFlag", { id: redFlag }) : t("ask.link")}
      </Link>
    </p>
  );
}
