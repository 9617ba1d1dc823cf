import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

const told = [400, 403, 404, 405, 409, 410, 413, 414, 422, 429, 503] as const;

/** Statuses that have words of their own; any other is a fault of ours. */
export const statusShown = (status: number) => told.find((one) => one === status) ?? 500;

/** What went wrong and what to do next, in the reader's language. */
export function ErrorPage({ status }: { status: number }) {
  const { t } = useTranslation("errors");
  const language = useLanguage();
  const shown = statusShown(status);
  return (
    <article>
      <h1>{t(`status.${shown}`)}</h1>
      <p>{t(`advice.${shown}`)}</p>
      <p>
        <a href={paths.home(language)}>{t("toHome")}</a>
      </p>
    </article>
  );
}
