import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { countKeptWords, forgetKeptWords } from "~/ui/room/kept-words";
import { countKeptAnswers, forgetKeptAnswers } from "~/ui/rounds/kept-answers";

/** Signing out leaves nothing unsent in a browser that others may use: answers of a round, words of a session. It is asked about first. */
export function SignOut() {
  const { t } = useTranslation("shell");
  return (
    <Form
      method="post"
      action={paths.signOut(useLanguage())}
      onSubmit={(event) => {
        const count = countKeptAnswers();
        const words = countKeptWords();
        const lost = [
          count > 0 ? t("signOutUnsent", { count }) : "",
          words > 0 ? t("signOutUnsaid", { count: words }) : "",
        ].filter(Boolean);
        if (!lost.every((question) => window.confirm(question))) {
          event.preventDefault();
          return;
        }
        forgetKeptAnswers();
        forgetKeptWords();
      }}
    >
      <button type="submit" className="copy">
        {t("signOut")}
      </button>
    </Form>
  );
}
