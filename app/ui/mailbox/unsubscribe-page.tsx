import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Button } from "~/ui/action/button";

/** One button; it says nothing of whose mail it stops. */
export function UnsubscribePage({ token, stopped }: { token: string; stopped: boolean }) {
  const { t } = useTranslation("unsubscribe");
  const language = useLanguage();
  return (
    <article className="people-page">
      <h1>{stopped ? t("stopped") : t("title")}</h1>
      <p>{stopped ? t("stoppedLead") : t("lead")}</p>
      {!stopped && (
        <Form method="post" action={paths.unsubscribe(token)}>
          <p>
            <Button type="submit">{t("stop")}</Button>
          </p>
        </Form>
      )}
      <p>
        <Link to={paths.myNotices(language)}>{t("preferences")}</Link>
      </p>
    </article>
  );
}
