import type { AppLoadContext, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { isMember, type SignedIn } from "~/domain/members/viewer";
import { env } from "~/env.server";
import { useNonce } from "~/http/nonce";
import { marks } from "~/http/rendering/marks.server";
import { signedInOf, viewerOf } from "~/http/sessions.server";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { faces } from "~/styles/faces";
import styles from "~/styles/index.css?url";
import { StepUpPage } from "~/ui/auth/step-up-page";
import { Alternates } from "~/ui/page/alternates";
import { ErrorPage } from "~/ui/page/error-page";
import { usePageTitle } from "~/ui/page/page-title";
import { forgetKeptWords } from "~/ui/room/kept-words";
import { scrollKey } from "~/ui/shell/scroll-key";
import { Shell } from "~/ui/shell/shell";

export { shouldRevalidate } from "~/http/unanswered";

export const links: LinksFunction = () => [
  ...faces.map((href) => ({
    rel: "preload" as const,
    href,
    as: "font" as const,
    type: "font/woff2",
    crossOrigin: "anonymous" as const,
  })),
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await signedInOf(request);
  const viewer = await viewerOf(request);
  return {
    origin: env().origin,
    demo: env().demo,
    // An applicant is signed in, and has no room to go to.
    member: person
      ? {
          ...namesOf(person, context),
          organisationKind: isMember(viewer) ? viewer.organisationKind : "",
          roles: isMember(viewer) ? viewer.roles.map(({ role }) => role) : [],
        }
      : null,
  };
}

/** In a page, marks; what they stand for is filled in when it is sent. */
function namesOf({ name, organisation }: SignedIn, context: AppLoadContext) {
  if (!context.isPage) return { name, organisation };
  context.reader = { name, organisation };
  return { name: marks.name, organisation: marks.organisation };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const language = useLanguage();
  const title = usePageTitle();
  const root = useRouteLoaderData<typeof loader>("root");
  return (
    <html lang={localeOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* Widgets that write a style element of their own read the nonce here. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <title>{title}</title>
        {root && <Alternates origin={root.origin} />}
        <Meta />
        <Links />
      </head>
      <body>
        <Shell member={root?.member ?? null} demo={root?.demo ?? false}>
          {children}
        </Shell>
        <ScrollRestoration nonce={nonce} getKey={scrollKey} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const isStranger = useLoaderData<typeof loader>().member === null;
  useEffect(() => {
    // Their session ended, here or elsewhere: whoever sits down next reads nothing of what they were writing.
    if (isStranger) forgetKeptWords();
  }, [isStranger]);
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.data?.stepUp) return <StepUpPage stepUp={error.data.stepUp} />;
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />;
}
