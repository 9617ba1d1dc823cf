import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Tabs } from "~/ui/page/tabs";

type Place = "me" | "notices" | "signIn" | "sessions" | "tokens" | "calendar" | "feeds";

/** The pages of one's own account. */
export function OwnTabs({ current }: { current: Place }) {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  const places: [Place, string][] = [
    ["me", paths.me(language)],
    ["notices", paths.myNotices(language)],
    ["signIn", paths.mySignIn(language)],
    ["sessions", paths.mySessions(language)],
    ["tokens", paths.myTokens(language)],
    ["calendar", paths.myCalendar(language)],
    ["feeds", paths.myFeeds(language)],
  ];
  return (
    <Tabs
      label={t("own.menu")}
      tabs={places.map(([place, to]) => ({ to, name: t(`own.${place}`), current: place === current }))}
    />
  );
}
