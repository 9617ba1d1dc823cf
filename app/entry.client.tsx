import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { tellingStatus } from "~/http/unanswered";
import { createInstance } from "~/i18n/instance";
import { rememberLanguage } from "~/i18n/remember-language";

const words = { es: () => import("~locales/es"), en: () => import("~locales/en") };

const language = document.documentElement.lang === "es-MX" ? "es" : "en";

window.fetch = tellingStatus(window.fetch.bind(window));

// The page is complete without us: it is taken over only once its own language is here, so no word changes.
words[language]().then(({ default: own }) => {
  const i18n = createInstance(language, own);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
});

rememberLanguage(document);
