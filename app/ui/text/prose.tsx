import type { SaidHtml } from "~/domain/advisories/reading";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";

/** Sanitised HTML of a Markdown text (decision 041), marked with its own language when that is not the page's. */
export function Prose({ body, small = false }: { body: SaidHtml | null; small?: boolean }) {
  const language = useLanguage();
  if (!body) return null;
  return (
    <div
      className="prose"
      data-small={small || undefined}
      lang={body.lang === language ? undefined : localeOf(body.lang)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made and sanitised on the server by renderMarkdown
      dangerouslySetInnerHTML={{ __html: body.html }}
    />
  );
}
