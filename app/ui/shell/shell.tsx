import { Link, useLocation, useMatches } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { isCursorLost, setCursor } from "~/ui/act/cursor";
import { DoneActs } from "~/ui/act/done-acts";
import { Footer } from "./footer";
import { LanguageSwitch } from "./language-switch";
import { SignOut } from "./sign-out";
import { Wordmark } from "./wordmark";

type Props = {
  member: { name: string; organisation: string; organisationKind: string; roles: string[] } | null;
  demo: boolean;
  children: ReactNode;
};

const isWide = (handle: unknown) => typeof handle === "object" && handle !== null && "wide" in handle;

const mostInOneRow = 6;

type Room = {
  to: string;
  name: string;
  /** Where its pages stand that have another address. */
  also?: string[];
};

const isAt = (pathname: string, places: string[]) => places.some((place) => pathname.startsWith(place));

/** The frame of every page. A route whose `handle` has `wide` gets the whole width, as the desk needs. */
export function Shell({ member, demo, children }: Props) {
  const { t } = useTranslation("shell");
  const language = useLanguage();
  const { pathname } = useLocation();
  const content = useArrival(pathname);
  const wide = useMatches().some(({ handle }) => isWide(handle));
  const roomsOf = (roles: string[]) => [
    ...(roles.includes("officer") ? [{ to: paths.organisations(language), name: t("organisations") }] : []),
    ...(roles.includes("administrator") ? [{ to: paths.people(language), name: t("people") }] : []),
    ...(roles.includes("operator") ? [{ to: paths.operations(language), name: t("operations") }] : []),
    ...(roles.includes("auditor") ? [{ to: paths.audit(language), name: t("audit") }] : []),
  ];
  const rooms: Room[] = [
    { to: paths.advisories(language), name: t("advisories") },
    { to: paths.typologies(language), name: t("typologies") },
    ...(member?.organisationKind === "institution"
      ? [{ to: paths.boards(language), name: t("adoption") }]
      : []),
    ...(member?.organisationKind === "authority" ? [{ to: paths.desk(language), name: t("desk") }] : []),
    ...(member && ["authority", "institution"].includes(member.organisationKind)
      ? [
          { to: paths.questions(language), name: t("questions") },
          { to: paths.rounds(language), name: t("rounds") },
          {
            to: paths.roundtables(language),
            name: t("roundtables"),
            also: [paths.commitments(language), paths.summaries(language)],
          },
        ]
      : []),
    ...(member && member.organisationKind !== "operator"
      ? [{ to: paths.releases(language), name: t("releases") }]
      : []),
    ...roomsOf(member?.roles ?? []),
    ...(demo ? [{ to: paths.demo(), name: t("demo") }] : []),
  ];
  return (
    <div
      className="shell"
      data-wide={wide || undefined}
      data-two-rows={rooms.length > mostInOneRow || undefined}
    >
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="masthead">
        <div className="within">
          <Wordmark to={paths.home(language)} />
          <nav className="rooms" aria-label={t("mainMenu")}>
            {rooms.map(({ to, name, also = [] }) => (
              <Link key={to} to={to} aria-current={isAt(pathname, [to, ...also]) ? "page" : undefined}>
                {name}
              </Link>
            ))}
          </nav>
          <div className="who">
            {member ? (
              <>
                <span className="member">
                  <Link to={paths.me(language)}>{member.name}</Link> <span>{member.organisation}</span>
                </span>
                <SignOut />
              </>
            ) : (
              <Link to={paths.signIn(language)}>{t("signIn")}</Link>
            )}
          </div>
          <LanguageSwitch />
        </div>
      </header>
      <DoneActs>
        <main className="page within" id="content" tabIndex={-1} ref={content}>
          {children}
        </main>
        <Footer />
      </DoneActs>
    </div>
  );
}

/** A page that took another's place takes the cursor too, when what was pressed went with the page before. */
function useArrival(pathname: string) {
  const content = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const named = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    const place = named ?? content.current?.querySelector<HTMLElement>("h1");
    // The page stands already where the link leads, or where one was before going back.
    if (place && isCursorLost()) setCursor(place, { preventScroll: true });
  }, [pathname]);
  return content;
}
