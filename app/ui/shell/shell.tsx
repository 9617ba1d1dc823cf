import { Form, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { localeOf, otherLanguage } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

type Props = {
  member: { name: string; organisation: string; organisationKind: string } | null;
  demo: boolean;
  children: ReactNode;
};

export function Shell({ member, demo, children }: Props) {
  const { t } = useTranslation("shell");
  const language = useLanguage();
  const other = otherLanguage(language);
  const { pathname, search } = useLocation();
  const elsewhere = new RegExp(`^/${language}(?=/|$)`).test(pathname)
    ? `/${other}${pathname.slice(3)}${search}`
    : paths.home(other);
  return (
    <>
      <a href="#content">{t("skip")}</a>
      <header>
        <a href={paths.home(language)}>Ribera</a>
        <nav aria-label={t("mainMenu")}>
          <a href={paths.advisories(language)}>{t("advisories")}</a>{" "}
          <a href={paths.typologies(language)}>{t("typologies")}</a>{" "}
          {member?.organisationKind === "authority" && <a href={paths.desk(language)}>{t("desk")}</a>}
        </nav>
        <a href={elsewhere} hrefLang={localeOf(other)} lang={localeOf(other)}>
          {t("otherLanguage")}
        </a>
        {member ? (
          <Form method="post" action={paths.signOut(language)}>
            {member.name}, {member.organisation} <button type="submit">{t("signOut")}</button>
          </Form>
        ) : (
          <a href={paths.signIn(language)}>{t("signIn")}</a>
        )}
        {demo && <a href={paths.demo()}>{t("demo")}</a>}
      </header>
      <main id="content">{children}</main>
    </>
  );
}
