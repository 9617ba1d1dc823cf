import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { countKeptAnswers, forgetKeptAnswers } from "~/ui/rounds/kept-answers";

/** Signing out leaves no answers of a round in a browser that others may use; what was not sent is asked about first. */
export function SignOut() {
  const { t } = useTranslation("shell");
  return (
    <Form
      method="post"
      action={paths.signOut(useLanguage())}
      onSubmit={(event) => {
        const count = countKeptAnswers();
        if (count > 0 && !window.confirm(t("signOutUnsent", { count }))) event.preventDefault();
        else forgetKeptAnswers();
      }}
    >
      <button type="submit" className="copy">
        {t("signOut")}
      </button>
    </Form>
  );
}
