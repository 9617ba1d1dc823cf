import { useTranslation } from "react-i18next";
import { useRequestId } from "~/http/request-id";
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
  const id = useRequestId();
  return (
    <article className="folio error-page">
      <p className="margin error-number">{shown}</p>
      <div className="text">
        <h1>{t(`status.${shown}`)}</h1>
        <p className="page-lead">{t(`advice.${shown}`)}</p>
        <p className="toolbar">
          <a className="button" data-weight="first" href={paths.home(language)}>
            {t("toHome")}
          </a>
          <a className="button" data-weight="second" href={paths.advisories(language)}>
            {t("toAdvisories")}
          </a>
        </p>
        {shown === 500 && id && (
          <p className="aside" data-request-id={id}>
            {t("request", { id })}
          </p>
        )}
      </div>
    </article>
  );
}
