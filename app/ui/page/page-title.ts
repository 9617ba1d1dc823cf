import { isRouteErrorResponse, useMatches, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { statusShown } from "./error-page";

/** A route's `handle.title`: a locale key, or a function that makes words of `t` and the loader's data. */
const titleOf = (handle: unknown) =>
  typeof handle === "object" && handle !== null && "title" in handle ? handle.title : undefined;

/** The title of the page that is open: the deepest route's own, or what went wrong. */
export function usePageTitle(): string {
  const { t } = useTranslation().i18n;
  const error = useRouteError();
  const matches = useMatches();
  const name = "Ribera";
  if (error) {
    const status = statusShown(isRouteErrorResponse(error) ? error.status : 500);
    return `${t(`errors:status.${status}`)} · ${name}`;
  }
  for (const { handle, data } of [...matches].reverse()) {
    const title = titleOf(handle);
    // A handle is not typed by the framework; a key that is in no file reads as itself, which shows.
    const said =
      typeof title === "function"
        ? title(t, data)
        : typeof title === "string"
          ? t(title as "shell:skip")
          : undefined;
    if (typeof said === "string" && said !== "") return said.startsWith(name) ? said : `${said} · ${name}`;
  }
  return name;
}
